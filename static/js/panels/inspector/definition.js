/** A composite gate's definition, in the notation. */

import { h } from "../../dom.js";

const entryOf = ({ catalogue }, node) => catalogue?.find(({ name }) => name === node.gate) ?? null;

/** Whether a gate stands for a circuit of its own, as far as the catalogue is there to tell. */
export const isDefined = (context, node) => Boolean(entryOf(context, node)?.definition);

/** The definition of a composite gate; nothing for any other. */
export function definitionElements(context, node) {
  if (!isDefined(context, node)) return [];
  const head = h("h3", { class: "eyebrow", text: context.t("inspector.definition") });
  const text = h("p", { class: "definition" }, h("code", { text: entryOf(context, node).definition }));
  return [head, text, h("p", { class: "aside", text: context.t("inspector.definition.why") })];
}
