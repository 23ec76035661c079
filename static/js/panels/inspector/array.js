/** A gate of arrays: what came in, what came out, and what is sent back on each wire, with the rule and its Jacobian. */

import { operandText } from "../../captions/tokens.js";
import { h } from "../../dom.js";
import { operandRows, seen } from "../../explain.js";
import { arrayFormula } from "../../formulas.js";
import { nameElement } from "../../names.js";
import { shapeText } from "../../numbers.js";
import { arrayElements } from "./grids.js";
import { formulaElement } from "./scroll.js";

function eyebrow(...children) {
  return h("h3", { class: "eyebrow" }, ...children);
}

function nameOf(row, t) {
  return row.name ? nameElement(row.name) : operandText(row, t);
}

function arrayItem(label, elements) {
  return h("div", { class: "item" }, ...(label ? [h("span", { class: "operand" }, label)] : []), ...elements);
}

function forwardColumn(context, node, rows) {
  const { t } = context;
  const operands = rows.map((row) => arrayItem(nameOf(row, t), arrayElements(row.source.value, row.source.shape, "v", context)));
  const result = arrayItem("=", arrayElements(node.value, node.shape, "v", context));
  return h("div", { class: "imath" }, eyebrow(t("inspector.forward")), h("div", { class: "mm" }, ...operands, result));
}

function jacobianNote({ edge }, t) {
  if (typeof edge.local !== "object" || edge.local === null) return [];
  const size = h("b", { text: `${t("inspector.jacobian")} ${shapeText(edge.local.shape)}. ` });
  return [h("p", { class: "aside" }, size, edge.local.description ?? "")];
}

function backwardPart(context, rows, row) {
  const { t } = context;
  const head = eyebrow(t("inspector.backward"), " ", nameOf(row, t));
  if (row.edge.gradient === null) return [head, h("p", { class: "aside", text: t("inspector.nogradient") })];
  const gradient = arrayItem(null, arrayElements(row.edge.gradient, row.source.shape, "g", context));
  return [head, formulaElement(arrayFormula(rows, row, t("word.upstream"))), gradient, ...jacobianNote(row, t)];
}

function pending(text) {
  return h("div", { class: "imath" }, h("p", { class: "aside", text }));
}

/** The columns of a gate of arrays, as far as the step shows them. */
export function arrayBody(context, node) {
  const { answer, step, precision, digits, t } = context;
  const rows = operandRows(answer, node.id, { precision, digits });
  const { value, gradient } = seen(answer, node.id, step);
  if (!value) return [pending(t("inspector.pending.forward"))];
  const back = rows.map((row) => h("div", { class: "iback" }, ...backwardPart(context, rows, row)));
  const backward = gradient ? h("div", { class: "imath" }, ...back) : pending(t("inspector.pending.backward"));
  return [forwardColumn(context, node, rows), backward];
}
