/** Arrays in the inspector: a grid up to 8 × 8, above that the summary and the first entries. */

import { h } from "../../dom.js";
import { formatMatrix, formatNumber, isFinite, isPrintable, isSummary, matrixRows, numberWriter, shapeText } from "../../numbers.js";
import { reachable } from "./scroll.js";

const LARGEST = 8;
const HEAD = 6;

function cells(rows, { precision, digits }) {
  return precision === "full" ? rows.map((row) => row.map(numberWriter("full"))) : formatMatrix(rows, digits);
}

/** One entry: a text, or a button with the attributes that `buttonFor(text, i, j)` gives. */
function entryElement(entry, text, attributes) {
  const name = isFinite(entry) ? null : "al";
  return attributes ? h("button", { type: "button", class: name, text, ...attributes }) : h("span", { class: name, text });
}

/** Rows of numbers in brackets; `tone` is `v` or `g`. With `buttonFor` each entry is a button. */
export function grid(rows, tone, format, buttonFor = () => null) {
  const texts = cells(rows, format);
  const entries = texts.flatMap((row, i) => row.map((text, j) => entryElement(rows[i][j], text, buttonFor(text, i, j))));
  const table = h("span", { class: `mat ${tone}` }, ...entries);
  table.style.setProperty("--c", rows[0].length);
  requestAnimationFrame(() => reachable(table));
  return table;
}

function stats({ min, max, mean, norm }, { digits, t }) {
  const written = (entry) => formatNumber(entry, Math.max(digits, 3));
  return h("p", { class: "aside", text: t("inspector.summary", { min: written(min), max: written(max), mean: written(mean), norm: written(norm) }) });
}

/** `first entries: 0.13, −0.13, 0.64 …`: enough to recognise an array by. */
function beginning(value, { digits, t }) {
  const head = (isSummary(value) ? value.head : value).flat(Infinity).slice(0, HEAD);
  return h("p", { class: "aside", text: `${t("inspector.head")}: ${head.map((entry) => formatNumber(entry, digits)).join(", ")} …` });
}

function summarised(value, shape, tone, context) {
  const numbers = isSummary(value) ? [stats(value, context)] : [];
  return [h("div", {}, h("p", { class: `shape ${tone}`, text: shapeText(shape) }), ...numbers, beginning(value, context))];
}

/** The elements that show a value or a gradient of any shape. */
export function arrayElements(value, shape, tone, context) {
  if (value === null) return [h("span", { class: "none", text: context.t("word.none") })];
  if (shape.length === 0) return [h("b", { class: tone, text: numberWriter(context.precision, context.digits)(value) })];
  const rows = isPrintable(shape, LARGEST) ? matrixRows(value) : null;
  return rows ? [grid(rows, tone, context)] : summarised(value, shape, tone, context);
}
