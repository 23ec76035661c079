/** A composite gate: the derivation of its closed form, its definition in the notation, and the way to unfold it. */

import { h } from "../../dom.js";
import { derivationElements } from "./derivation.js";

const entryOf = ({ catalogue }, node) => catalogue?.find(({ name }) => name === node.gate) ?? null;

/** Whether a gate stands for a circuit of its own, as far as the catalogue is there to tell. */
export const isDefined = (context, node) => Boolean(entryOf(context, node)?.definition);

function definitionElements({ t }, { definition }) {
  const text = h("p", { class: "definition" }, h("code", { text: definition }));
  return [h("h3", { class: "eyebrow", text: t("inspector.definition") }), text, h("p", { class: "aside", text: t("inspector.definition.why") })];
}

/** What is said of a composite below its columns, and `folding`, what can be done with it; nothing for any other gate. */
export function compositeSection(context, node, rows, folding) {
  const entry = entryOf(context, node);
  if (!entry?.definition) return null;
  const derived = rows.length ? derivationElements(context, node, rows, entry.derivation) : [];
  return h("section", { class: "composite" }, ...derived, h("div", { class: "defined" }, ...definitionElements(context, entry), ...folding));
}
