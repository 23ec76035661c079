/** A matrix product as three matrices, forward and for each operand backward. Pure. */

import { formatMatrix, isPrintable, isSummary, numberWriter, operandDecimals, toNumber } from "../../../numbers.js";

const PRODUCTS = new Set(["matmul", "dot"]);
export const LARGEST = 8;

const transposed = (rows) => rows[0].map((_, j) => rows.map((row) => row[j]));

/** An array of at most two axes as rows; a vector is a column, or a row where `lies`. */
function asRows(value, shape, lies) {
  if (shape.length === 0) return [[value]];
  if (shape.length === 2) return value;
  return lies ? [value] : value.map((entry) => [entry]);
}

const isShown = ({ value, shape }) => isPrintable(shape, LARGEST) && value !== null && !isSummary(value);

/** Whether a gate is a product of two small matrices or vectors. */
export function isProduct(node, rows) {
  if (!PRODUCTS.has(node.gate) || rows.length !== 2) return false;
  const parts = [rows[0].source, rows[1].source];
  return parts.every(isShown) && (node.shape.length === 0 || isShown(node));
}

/** The two operands and the result of a product, as rows of numbers that fit each other. */
export function matrices(node, rows) {
  const [left, right] = [rows[0].source, rows[1].source];
  const lies = left.shape.length === 1; // a vector on the left is a row
  const stands = right.shape.length === 1;
  const result = (value) => (node.shape.length === 1 ? asRows(value, node.shape, lies && !stands) : asRows(value, node.shape));
  return { left: asRows(left.value, left.shape, lies), right: asRows(right.value, right.shape, false), result };
}

const part = (role, rows, tone, slot = null) => ({ role, rows, tone, slot });

/**
 * `left · right = result`, each `{role, rows, tone, slot}`. The role is "operand" or "transposed", with the slot, "upstream",
 * "result", or "sent", the gradient sent back to the operand in the slot.
 */
export function forwardProduct(node, rows) {
  const { left, right, result } = matrices(node, rows);
  return { left: part("operand", left, "v", 0), right: part("operand", right, "v", 1), result: part("result", result(node.value), "v") };
}

/** What a product sends back to the operand in a slot: `upstream · rightᵀ`, or `leftᵀ · upstream`. */
export function backwardProduct(node, rows, slot) {
  const { left, right, result } = matrices(node, rows);
  const upstream = part("upstream", result(node.gradient), "g");
  const { edge, source } = rows[slot];
  const lies = slot === 0 && source.shape.length === 1;
  const sent = part("sent", asRows(edge.gradient, source.shape, lies), "g", slot);
  if (slot === 0) return { left: upstream, right: part("transposed", transposed(right), "v", 1), result: sent };
  return { left: part("transposed", transposed(left), "v", 0), right: upstream, result: sent };
}

/** The sum of products of a list `a₁, b₁, a₂, b₂ …`. */
export function sumOfProducts(numbers) {
  let total = 0;
  for (let i = 0; i < numbers.length; i += 2) total += numbers[i] * numbers[i + 1];
  return total;
}

/**
 * The entry `(i, j)` of a product as texts: `{result, terms: [[a, b], …]}`, with as many decimals as the sum needs to be
 * true as printed; zeros that end all of them are dropped.
 */
export function entrySum({ left, right, result }, i, j, { precision, digits }) {
  const pairs = left.rows[i].flatMap((a, k) => [a, right.rows[k][j]]);
  const entry = result.rows[i][j];
  const texts = precision === "full" ? pairs.map(numberWriter("full")) : summands(pairs, entry, digits);
  const terms = left.rows[i].map((_, k) => [texts[2 * k], texts[2 * k + 1]]);
  const written = precision === "full" ? numberWriter("full")(entry) : formatMatrix(result.rows, digits)[i][j];
  return { result: written, terms };
}

function summands(pairs, entry, digits) {
  const equations = [{ operands: pairs.map(toNumber), result: toNumber(entry) }];
  const [places] = operandDecimals(equations, sumOfProducts, digits);
  const written = [0, 1].map((side) => formatMatrix([pairs.filter((_, k) => k % 2 === side)], Math.max(...places))[0]);
  return pairs.map((_, k) => written[k % 2][k >> 1]);
}
