/** A product of small matrices: pointing at a result lights its row and column, and the sum is written out below. */

import { operandText } from "../../captions/tokens.js";
import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { isFinite } from "../../numbers.js";
import { wireCells } from "./cells.js";
import { grid } from "./grids.js";
import { entrySum } from "./product/factors.js";

function nameOf(row, t) {
  return row.name ? nameElement(row.name) : h("span", { text: operandText(row, t) });
}

/** What a matrix is, in a word under it. */
function captionParts({ t }, rows, { role, slot }) {
  if (role === "result") return ["\u00a0"];
  if (role === "upstream") return [t("word.upstream")];
  const name = nameOf(rows[slot], t);
  if (role === "sent") return [h("span", { class: "partial" }, "∂f/∂"), name];
  return role === "transposed" ? [name, h("sup", { text: "T" })] : [name];
}

function shown(context, rows, part, matrix) {
  return h("div", { class: "factor" }, matrix, h("small", { class: "operand" }, ...captionParts(context, rows, part)));
}

const inBrackets = (text) => (text.startsWith("\u2212") ? `(${text})` : text);

function numberElement(text, tone, entry) {
  return h("span", { class: isFinite(entry) ? tone : "al", text });
}

/** `0.22 = 0.1·0.2 + 0.5·0.4` */
function sumElements(product, i, j, context) {
  const { left, right, result } = product;
  const { result: written, terms } = entrySum(product, i, j, context);
  const parts = terms.flatMap(([a, b], k) => [
    k ? " + " : " = ",
    h("span", { class: "nowrap" }, numberElement(inBrackets(a), left.tone, left.rows[i][k]), "·", numberElement(inBrackets(b), right.tone, right.rows[k][j])),
  ]);
  return [numberElement(written, result.tone, result.rows[i][j]), ...parts];
}

/** The entries of a result as buttons in the brackets of a matrix. */
function resultGrid(part, context, name) {
  return grid(part.rows, part.tone, context, (text, i, j) => {
    const label = context.t("product.entry", { row: i + 1, column: j + 1, value: text });
    return { "aria-label": label, "data-name": `${name}-${i}-${j}` };
  });
}

function light(matrix, columns, isLit) {
  [...matrix.children].forEach((cell, k) => cell.classList.toggle("lit", isLit(Math.floor(k / columns), k % columns)));
}

/** The matrices of a product side by side, and under them the sum of the entry that is looked at. */
export function productElements(context, rows, product, name) {
  const { left, right, result } = product;
  const [one, two] = [grid(left.rows, left.tone, context), grid(right.rows, right.tone, context)];
  const three = resultGrid(result, context, name);
  const sum = h("p", { class: "entrysum", "aria-live": "polite" });

  function show(i, j) {
    light(one, left.rows[0].length, (row) => row === i);
    light(two, right.rows[0].length, (_, column) => column === j);
    light(three, result.rows[0].length, (row, column) => row === i && column === j);
    sum.replaceChildren(...sumElements(product, i, j, context));
  }

  show(0, 0);
  wireCells(three, [...three.children], result.rows[0].length, show);
  const parts = [shown(context, rows, left, one), shown(context, rows, right, two), h("div", { class: "outcome" }, h("i", { class: "eqsign", text: "=" }), shown(context, rows, result, three))];
  return [h("div", { class: "mm product" }, ...parts), sum];
}
