// The choices above the snippet: what readers can do, what is folded, the theme, the form of a file.

import { h } from "../dom.js";
import { foldChoice, isFoldChosen } from "./circuit.js";

const FIXED = { mode: ["view", "step", "explore"], theme: ["auto", "light", "dark"], form: ["document", "fragment"] };

/** A row of buttons: `buttons` are `{text, value, code}`; `isPressed(value)` and `press(value)` belong to the choice. */
function group(label, buttons, isPressed, press) {
  const elements = buttons.map(({ text, value }) => h("button", { type: "button", text, onclick: () => press(value) }));
  const element = h(
    "div",
    { class: "opt" },
    h("span", { class: "eyebrow", "aria-hidden": "true", text: label }),
    h("div", { class: "seg2", role: "group", "aria-label": label }, ...elements),
  );
  const update = () => elements.forEach((button, i) => button.setAttribute("aria-pressed", String(isPressed(buttons[i].value))));
  return { element, update };
}

function fixedGroup(name, { t, chosen, choose }) {
  const buttons = FIXED[name].map((value) => ({ value, text: t(`embedding.${name}.${value}`) }));
  return group(t(`embedding.${name}`), buttons, (value) => chosen()[name] === value, (value) => choose({ [name]: value }));
}

function foldGroup({ t, chosen, choose, names, fits }) {
  const values = [...(fits ? ["fit"] : []), "nothing", ...names, ...(names.length > 1 ? ["all"] : [])];
  const buttons = values.map((value) => ({ value, text: names.includes(value) ? value : t(`embedding.fold.${value}`) }));
  const fold = () => (fits ? chosen().fold : chosen().fold ?? []);
  return group(t("embedding.fold"), buttons, (value) => isFoldChosen(fold(), value), (value) => choose({ fold: foldChoice(fold(), value) }));
}

/**
 * The choices of a kind as elements that `update()` brings up to date. `context` is `{t, chosen, choose, names, fits}`: what is chosen,
 * what takes a new choice, the names of the composites that can be folded, and whether as much can be folded as fits.
 */
export function createChoices(names, context) {
  const wanted = names.filter((name) => name !== "fold" || context.names.length);
  const groups = wanted.map((name) => (name === "fold" ? foldGroup(context) : fixedGroup(name, context)));
  return { elements: groups.map(({ element }) => element), update: () => groups.forEach((each) => each.update()) };
}
