/** The parts of a caption as elements: numbers in their colours, names in italics, formulas typeset. */

import { h } from "../dom.js";
import { typeset } from "../math.js";
import { nameElement } from "../names.js";

function nameParts({ name, colon, transposed }) {
  const parts = [nameElement(name)];
  if (transposed) parts.push(h("sup", { text: "T" }));
  if (colon) parts.push(":");
  return h("span", { class: "nowrap" }, ...parts);
}

function formula({ latex, text }) {
  const element = h("span", { class: "tex", text });
  typeset(element, latex);
  return element;
}

function power({ base, exponent }) {
  return h("span", { class: "nowrap" }, h("i", { class: "m", text: base }), h("sup", {}, h("span", { class: "v", text: exponent })));
}

const text = (tag, name) => (part) => h(tag, { class: name, text: part.colon ? `${part.text}:` : part.text });

const ELEMENTS = {
  gate: text("b", "gt"),
  word: text("span", "w1"),
  value: text("span", "v"),
  gradient: text("span", "g"),
  number: text("span", "n"),
  alert: text("span", "al"),
  key: text("kbd", ""),
  gap: () => h("span", { class: "gap" }),
  name: nameParts,
  latex: formula,
  power,
};

function needsSpace(before, part) {
  return Boolean(before) && !before.opens && !part.closes;
}

/** The elements of a line of tokens, with spaces between them. */
export function tokenElements(tokens) {
  return tokens.flatMap((part, i) => [...(needsSpace(tokens[i - 1], part) ? [" "] : []), ELEMENTS[part.kind](part)]);
}
