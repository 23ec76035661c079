// The notation in short tables, beside the program: the part of the guide that the server wrote, in a dialog of its own.

import { fetchPage } from "../api.js";
import { decodeState } from "../address.js";

const followsElsewhere = (event) => event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0;

/** Moves to a section inside the dialog, so that the address stays the circuit's. */
function jump(event, link, body) {
  const target = body.querySelector(link.getAttribute("href"));
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

function markSection(body) {
  const links = [...body.querySelectorAll("nav a[href^='#']")];
  const tables = body.querySelector(".tables");
  const mark = () => {
    const top = tables.getBoundingClientRect().top + 48;
    const passed = links.filter((link) => body.querySelector(link.getAttribute("href"))?.getBoundingClientRect().top < top);
    for (const link of links) link.removeAttribute("aria-current");
    (passed.at(-1) ?? links[0]).setAttribute("aria-current", "true");
  };
  tables.addEventListener("scroll", mark, { passive: true });
  mark();
}

/** `button` opens `dialog`; `open(entry)` takes the example that was chosen. */
export function createNotation(dialog, button, store, open) {
  const body = dialog.querySelector(".notation-body");
  let shown = null; // the language of what stands in the dialog

  async function fill(language) {
    const page = await fetchPage(`/guide?lang=${language}`);
    const part = page?.querySelector("#notation");
    if (!part) return false;
    body.replaceChildren(...document.adoptNode(part).children);
    body.querySelector(".tables").tabIndex = 0; // so that the arrows scroll it
    shown = language;
    return true;
  }

  async function show() {
    const { language } = store.get();
    if (shown !== language && !(await fill(language))) {
      location.href = `/guide?lang=${language}#notation`;
      return;
    }
    if (!dialog.open) dialog.showModal();
    markSection(body);
  }

  function choose(event) {
    const link = event.target.closest("a[href]");
    if (!link || followsElsewhere(event)) return;
    if (link.hash && link.pathname === location.pathname) jump(event, link, body);
    if (!link.matches(".example")) return;
    event.preventDefault();
    dialog.close();
    open(decodeState(link.search.slice(1)));
  }

  button.addEventListener("click", show);
  body.addEventListener("click", choose);
  dialog.querySelector("[data-action=close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
