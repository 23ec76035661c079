/** An input or a constant: its value, its gradient, and what raising it a little would do. */

import { h } from "../../dom.js";
import { nudge } from "../../explain.js";
import { formatNumber } from "../../numbers.js";
import { gradientStep, timeline } from "../../steps.js";
import { arrayElements } from "./grids.js";

const RAISE = 0.01;

function block(title, elements) {
  return h("div", { class: "imath" }, h("h3", { class: "eyebrow", text: title }), h("div", { class: "ivalue" }, ...elements));
}

function gradientElements(context, node, seen) {
  if (!seen) return [h("p", { class: "aside", text: context.t("inspector.pending.backward") })];
  if (node.gradient === null) return [h("p", { class: "aside", text: context.t("input.none") })];
  return arrayElements(node.gradient, node.shape, "g", context);
}

function nudgeNote({ digits, t }, node) {
  if (node.shape.length) return h("p", { class: "aside", text: t("input.nudge.array") });
  const change = nudge(node.gradient, RAISE);
  if (change === null) return null;
  const number = h("b", { class: "g", text: formatNumber(change, digits + 2) });
  return h("p", { class: "aside" }, `${t("input.nudge", { step: RAISE })} `, number);
}

/** The columns of an input. */
export function inputBody(context, node) {
  const { answer, step, t } = context;
  const seen = step >= gradientStep(timeline(answer), node.id);
  const value = block(t("inspector.value"), arrayElements(node.value, node.shape, "v", context));
  const gradient = block(t("inspector.gradient"), gradientElements(context, node, seen));
  if (seen && node.gradient !== null) gradient.append(nudgeNote(context, node) ?? "");
  return [value, gradient];
}
