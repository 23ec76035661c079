/** Which operand of a gate is looked at: one tab for each. */

import { h } from "../../dom.js";
import { operandName } from "../../formulas.js";
import { nameElement, nameText } from "../../names.js";

function tab({ store, t }, rows, row, chosen) {
  const { target, slot } = row;
  const name = operandName(rows, row);
  const label = t("inspector.by", { name: nameText(name) });
  const attributes = { type: "button", "aria-pressed": String(row === chosen), "aria-label": label, "data-name": `operand-${slot}` };
  const [before, after] = t("inspector.by", { name: "\u0001" }).split("\u0001");
  return h("button", { ...attributes, onclick: () => store.set({ operand: { gate: target.id, slot } }) }, before, nameElement(name), after);
}

/** The tabs `by w`, `by x`; nothing for a gate of one operand. */
export function operandTabs(context, rows, chosen) {
  if (rows.length < 2) return null;
  const tabs = rows.map((row) => tab(context, rows, row, chosen));
  return h("div", { class: "seg2 operands", role: "group", "aria-label": context.t("inspector.operands") }, ...tabs);
}
