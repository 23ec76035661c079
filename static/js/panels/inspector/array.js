/** A gate of arrays: what came in, what came out, and what is sent back on each wire, with the rule and its Jacobian. */

import { operandText } from "../../captions/tokens.js";
import { h } from "../../dom.js";
import { seen } from "../../explain.js";
import { arrayFormula } from "../../formulas.js";
import { nameElement } from "../../names.js";
import { arrayElements } from "./grids.js";
import { jacobianColumn } from "./jacobian.js";
import { productElements } from "./product.js";
import { backwardProduct, forwardProduct, isProduct } from "./product/factors.js";
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

function forwardElements(context, node, rows) {
  if (isProduct(node, rows)) {
    const hint = h("p", { class: "aside", text: context.t("product.hint") });
    return [...productElements(context, rows, forwardProduct(node, rows), "forward"), hint];
  }
  const operands = rows.map((row) => arrayItem(nameOf(row, context.t), arrayElements(row.source.value, row.source.shape, "v", context)));
  const result = arrayItem("=", arrayElements(node.value, node.shape, "v", context));
  return [h("div", { class: "mm" }, ...operands, result)];
}

/** What is sent back to the operand of a row: as a product of matrices where it is one. */
function backwardElements(context, node, rows, row) {
  if (row.edge.gradient === null) return [h("p", { class: "aside", text: context.t("inspector.nogradient") })];
  const rule = formulaElement(arrayFormula(rows, row, context.t("word.upstream")));
  if (isProduct(node, rows)) return [rule, ...productElements(context, rows, backwardProduct(node, rows, row.slot), "backward")];
  return [rule, arrayItem(null, arrayElements(row.edge.gradient, row.source.shape, "g", context))];
}

const column = (head, elements) => h("div", { class: "imath" }, head, ...elements);

function pending(context, phase) {
  return h("div", { class: "imath" }, h("p", { class: "aside", text: context.t(`inspector.pending.${phase}`) }));
}

/** The columns of a gate of arrays, as far as the step shows them: forward, backward by one operand, its Jacobian. */
export function arrayBody(context, node, rows, row) {
  const { value, gradient } = seen(context.answer, node.id, context.step);
  if (!value) return [pending(context, "forward")];
  const forward = column(eyebrow(context.t("inspector.forward")), forwardElements(context, node, rows));
  if (!row) return [forward];
  const head = eyebrow(context.t("inspector.backward"), " ", nameOf(row, context.t));
  const backward = gradient ? column(head, backwardElements(context, node, rows, row)) : pending(context, "backward");
  return [forward, backward, jacobianColumn(context, node, rows, row)];
}
