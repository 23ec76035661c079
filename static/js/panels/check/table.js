// The table of a check: each input with both gradients, their distance, and a mark for what it means.

import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { formatFull, formatNumber, shapeText } from "../../numbers.js";

const MARKS = { agrees: "✓", kink: "∧", differs: "✗", nonfinite: "!" };

/** Decimals that show how far two gradients agree. */
const DIGITS = 5;

/** A relative error: `2e−10`, `0.50`. */
export const errorText = (error) => (error === 0 ? "0" : formatNumber(error, 2));

const number = (value, name) => h("td", { class: `num ${name}`, title: formatFull(value), text: formatNumber(value, DIGITS) });

function placeText({ place, shape }, t) {
  if (!shape.length) return null;
  return h("small", { text: Array.isArray(place) ? `[${place.join(", ")}]` : place === "norm" ? t("check.norm") : shapeText(shape) });
}

function rowElement(row, t) {
  const meaning = t(`check.${row.kind}_mark`);
  const mark = h("td", { class: "mark" }, h("span", { class: row.kind, title: meaning, "aria-hidden": "true", text: MARKS[row.kind] }),
    h("span", { class: "sr", text: meaning }));
  return h("tr", {}, h("th", { scope: "row" }, nameElement(row.name), " ", placeText(row, t)),
    number(row.analytic, "g"), number(row.numerical, "n"), h("td", { class: "num", text: errorText(row.error) }), mark);
}

/** A table of `rows`. */
export function checkTable(rows, t) {
  const heads = ["input", "analytic", "numerical", "error"].map((name) =>
    h("th", { scope: "col", class: name === "analytic" ? "g" : name, text: t(`check.${name}`) }));
  const verdict = h("th", { scope: "col" }, h("span", { class: "sr", text: t("check.verdict") }));
  return h("table", { class: "checks" }, h("thead", {}, h("tr", {}, ...heads, verdict)),
    h("tbody", {}, ...rows.map((row) => rowElement(row, t))));
}
