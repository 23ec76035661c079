// What to try when nothing is opened: one sentence, four programs, and the way to all examples.

import { h } from "../dom.js";
import { TRIES } from "../first.js";
import { addressOf } from "../address.js";

/** Renders into `element`; `open(entry)` is called instead of following the link. */
export function createTries(element, store, { t }, open) {
  function link(entry) {
    const follow = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      open(entry);
    };
    return h("a", { class: "try", href: addressOf(entry), onclick: follow }, h("code", { text: entry.source }));
  }

  function render() {
    element.replaceChildren(
      h("h2", { text: t("tries.title") }),
      h("p", { text: t("tries.text") }),
      h("h3", { class: "eyebrow", text: t("tries.or") }),
      h("p", { class: "tries" }, ...TRIES.map(link), h("a", { class: "go", href: "/examples", text: t("tries.all") })));
  }

  function place({ selected, problem }) {
    element.hidden = selected !== null && problem?.code !== "empty";
  }

  store.subscribe((now, before) => {
    if (now.language !== before.language) render();
    place(now);
  });
  render();
  place(store.get());
}
