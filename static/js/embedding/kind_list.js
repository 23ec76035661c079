// The kinds at the left of the dialog: tabs, of which the arrow keys open the next.

import { h } from "../dom.js";
import { KINDS } from "./kinds.js";

const NAMES = Object.keys(KINDS);
const STRIDES = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The kind that a key leads to from `name`; `null` for other keys. */
export function kindFor(key, name) {
  if (key === "Home") return NAMES[0];
  if (key === "End") return NAMES.at(-1);
  if (!STRIDES[key]) return null;
  return NAMES[(NAMES.indexOf(name) + STRIDES[key] + NAMES.length) % NAMES.length];
}

/** `take(name)` opens a kind; `panel` is the id of what it opens in. Gives `{element, update(name), focus()}`. */
export function createKindList(t, panel, take) {
  const tab = (name) =>
    h("button", { type: "button", role: "tab", id: `kind-${name}`, "aria-controls": panel, text: t(`embedding.${name}`), onclick: () => take(name) });
  const tabs = new Map(NAMES.map((name) => [name, tab(name)]));
  const element = h("div", { class: "kinds", role: "tablist", "aria-orientation": "vertical", "aria-label": t("embedding.kinds") }, ...tabs.values());
  let current = null;

  element.addEventListener("keydown", (event) => {
    const next = kindFor(event.key, current);
    if (next === null) return;
    event.preventDefault();
    take(next);
    tabs.get(next).focus();
  });

  function update(name) {
    current = name;
    for (const [kind, button] of tabs) {
      button.setAttribute("aria-selected", String(kind === name));
      button.tabIndex = kind === name ? 0 : -1;
    }
    tabs.get(name).scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  return { element, update, focus: () => tabs.get(current).focus() };
}
