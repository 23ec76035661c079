/** The code that ran, as the engine gives it. */

import { h } from "../../dom.js";

const KEYWORD = /\b(def|return|if|else|for|in|not|and|or|is|None|True|False|lambda)\b/;

/** Text with Python's keywords set apart. */
function highlighted(text) {
  return text.split(KEYWORD).map((piece, i) => (i % 2 ? h("b", { text: piece }) : piece));
}

/** The column with a gate's forward and backward code; nothing until the catalogue is there. */
export function codeColumn({ catalogue, t }, node) {
  const entry = catalogue?.find(({ name }) => name === node.gate);
  if (!entry) return null;
  const code = h("code", {}, ...highlighted(`${entry.forward}\n\n${entry.backward}`));
  const title = t("inspector.code");
  const box = h("pre", { class: "code", tabindex: 0, role: "region", "aria-label": title }, code);
  return h("div", { class: "icode" }, h("h3", { class: "eyebrow", text: title }), box);
}
