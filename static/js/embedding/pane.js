// The snippet, what is to be known about it, and what can be done with it.

import { h } from "../dom.js";
import { createActions } from "./actions.js";
import { fileText } from "./files.js";
import { ENDINGS, KINDS } from "./kinds.js";
import { lengthToMind, snippet } from "./snippets.js";

const WITHOUT_ADDRESS = ["html", "tikz"];

/** The text with its tags coloured, as nodes. */
const marked = (text) => text.split(/(?<=<\/?)([a-z][a-z-]*)/).map((part, i) => (i % 2 ? h("b", { text: part }) : part));

/** Says where an address is too long for some hosts, and which kinds need none. */
function createWarning({ t, take }) {
  const element = h("p", { class: "longaddress" });
  const others = WITHOUT_ADDRESS.map((kind) => h("button", { type: "button", class: "lnk", text: t(`embedding.${kind}`), onclick: () => take(kind) }));
  const show = (length) => {
    element.hidden = length === 0;
    if (length) element.replaceChildren(`${t("embedding.long", { length })} `, others[0], " · ", others[1]);
  };
  return { element, show };
}

/** `context` is `{t, api, take(kind)}`, where `take` changes to another kind. Gives `{elements, show(kind, given), fit(height)}`. */
export function createPane(context) {
  const { t } = context;
  const shown = { kind: null, given: null, text: "" };
  const code = h("pre", { class: "code snip", tabindex: 0, role: "region", "aria-label": t("embedding.snippet") });
  const note = h("p", { class: "aside" });
  const warning = createWarning(context);
  const select = () => {
    getSelection().selectAllChildren(code);
    code.focus();
  };
  const actions = createActions({ ...context, shown, select });

  function write(text) {
    shown.text = text;
    code.replaceChildren(...(KINDS[shown.kind].markup ? marked(text) : [text]));
  }

  /** TikZ is written by the server. */
  async function writeFile(given) {
    const text = await actions.tell(() => fileText("tex", given, context));
    if (shown.given === given && text !== null) write(text);
  }

  function change(kind) {
    shown.kind = kind;
    note.textContent = t(`embedding.${kind}.note`);
    code.dataset.kind = kind;
    actions.show();
    write("");
  }

  const writeSnippet = (given) => write(snippet(shown.kind, { ...given, file: `${given.name}.${ENDINGS[shown.kind]}` }));

  function show(kind, given) {
    if (kind !== shown.kind) change(kind);
    shown.given = given;
    warning.show(lengthToMind(kind, given));
    if (kind === "tikz") writeFile(given);
    else writeSnippet(given);
  }

  /** Takes the height that the circuit needs in a frame. */
  function fit(height) {
    if (KINDS[shown.kind].fits) writeSnippet({ ...shown.given, height });
  }

  return { elements: [code, warning.element, h("div", { class: "drow" }, note, actions.element), actions.refusal], show, fit };
}
