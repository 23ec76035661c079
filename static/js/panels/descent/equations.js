// The update of each parameter with its numbers: w0 ← 2.00 − 0.10 × (−0.20) = 2.02.

import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { equation, formatNumber, isFinite, shapeText } from "../../numbers.js";
import { rateText } from "./rate.js";

/** So many parameters are written out. */
const MOST_ROWS = 8;

const inBrackets = (text) => (text.startsWith("\u2212") ? [`(`, text, `)`] : ["", text, ""]);

/** The texts of a number's update, so that it holds as printed: `{before, rate, gradient, after}`. Pure. */
export function updateTexts({ before, gradient, after }, rate, digits) {
  const step = ([value, slope]) => value - rate * slope;
  const { operands, result } = equation([before, gradient], step, after, digits);
  return { before: operands[0], rate: rateText(rate, digits), gradient: operands[1], after: result };
}

function numberRow(change, rate, digits) {
  const texts = updateTexts(change, rate, digits);
  const [open, gradient, close] = inBrackets(texts.gradient);
  const value = (text) => h("span", { class: isFinite(change.after) ? "v" : "v nonfinite", text });
  return h("li", {}, nameElement(change.name), " ← ", value(texts.before), ` − ${texts.rate} × ${open}`,
    h("span", { class: "g", text: gradient }), `${close} = `, value(texts.after));
}

function arrayRow({ name, shape, slope, length }, rate, digits, t) {
  const [far, steep] = [length, slope].map((number) => formatNumber(number, digits));
  return h("li", {}, nameElement(name), " ", h("small", { text: shapeText(shape) }), " ",
    t("descent.norm"), ` ${rateText(rate, digits)} × `, h("span", { class: "g", text: steep }), ` = ${far}`);
}

/** Rows for `{rate, changes}`. */
export function updateRows({ rate, changes }, digits, t) {
  const rows = changes.slice(0, MOST_ROWS).map((change) =>
    (change.shape.length ? arrayRow(change, rate, digits, t) : numberRow(change, rate, digits)));
  const rest = changes.length - MOST_ROWS;
  return rest > 0 ? [...rows, h("li", { class: "aside", text: t("descent.more", { count: rest }) })] : rows;
}
