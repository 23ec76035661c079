/** A scalar gate as a plot: its function and derivative along one operand, the others held. */

import { chosenRow, isWithoutCurve, shownCurve } from "../../curves.js";
import { h, s } from "../../dom.js";
import { operandName } from "../../formulas.js";
import { nameElement, nameText } from "../../names.js";
import { formatNumber, toNumber } from "../../numbers.js";
import { operandTabs } from "./operands.js";
import { plotDrawing } from "./plot/drawing.js";

const short = (number) => formatNumber(number, Number.isInteger(number) ? 0 : 2);

function textsOf(context, node, rows, row, curve) {
  const { digits, t } = context;
  const name = operandName(rows, row);
  const ends = curve ? [curve.points[0], curve.points.at(-1)].map(short) : ["", ""];
  const [point, value, derivative] = [row.edge.value, node.value, row.edge.local].map((entry) => formatNumber(entry, digits));
  const label = t("plot.label", { gate: t(`gate.${node.gate}`), name: nameText(name), from: ends[0], to: ends[1], point, value, derivative });
  return { name, ends, value, derivative, label };
}

function sample(className, word) {
  const line = s("svg", { class: "plot sample", viewBox: "0 0 18 8", width: 18, height: 8, "aria-hidden": "true" });
  line.append(s("path", { class: className, d: "M0 4H18" }));
  return h("span", {}, line, word);
}

function legend({ t }) {
  return h("p", { class: "plotkey" }, sample("fn", t("plot.function")), sample("dfn", t("plot.derivative")), sample("tan", t("plot.tangent")));
}

/** `x₀ = −1.00 is held.` */
function heldNote({ digits, t }, rows, row) {
  const held = rows.filter((other) => other !== row);
  if (!held.length) return null;
  const texts = held.flatMap((other) => [", ", nameElement(operandName(rows, other)), ` = ${formatNumber(other.edge.value, digits)}`]);
  return h("p", { class: "aside" }, `${t("plot.held")} `, ...texts.slice(1));
}

/** The column with the plot of a scalar gate, if there is one; `rows` are those of `operandRows` that have a chain. */
export function plotColumn(context, node, rows) {
  if (isWithoutCurve(context)) return null;
  const row = chosenRow(rows, node.id, context.operand);
  const curve = shownCurve(context);
  const at = { point: toNumber(row.edge.value), value: toNumber(node.value), derivative: toNumber(row.edge.local) };
  const drawing = plotDrawing(curve, at, textsOf(context, node, rows, row, curve));
  const head = h("h3", { class: "eyebrow", text: context.t("plot.title") });
  return h("div", { class: "iplot" }, head, operandTabs(context, rows, row), drawing, legend(context), heldNote(context, rows, row));
}
