/** A Jacobian as a field of cells: one for each entry up to 16 × 16, else one for each block of entries. Pure. */

import { toNumber } from "../../../numbers.js";

export const MOST = 16;
const FAINTEST = 8; // percent of accent for the smallest entry that is not 0
const STRONGEST = 42; // so that ink stays legible on it

/** How strongly a cell is tinted, in percent of accent; at most 42. */
export function tint(value, largest) {
  const size = Math.abs(value);
  if (size === 0) return 0;
  if (!Number.isFinite(size) || !Number.isFinite(largest)) return STRONGEST;
  return FAINTEST + ((STRONGEST - FAINTEST) * size) / largest;
}

/** Ranges `[first, last]` that cut `count` indices into at most 16. */
export function cuts(count) {
  const parts = Math.min(count, MOST);
  const bound = (i) => Math.floor((i * count) / parts);
  return Array.from({ length: parts }, (_, i) => [bound(i), bound(i + 1) - 1]);
}

/** The entry that is farthest from 0; NaN is farther than any. */
const farther = (one, other) => (Number.isNaN(one) || Math.abs(one) >= Math.abs(other) ? one : other);

function largestIn(entry, [top, bottom], [left, right]) {
  let found = 0;
  for (let i = top; i <= bottom; i += 1) for (let j = left; j <= right; j += 1) found = farther(entry(i, j), found);
  return found;
}

/** The largest entry of a diagonal within a block. */
function largestOnDiagonal(diagonal, [top, bottom], [left, right]) {
  let found = 0;
  for (let i = Math.max(top, left); i <= Math.min(bottom, right); i += 1) found = farther(toNumber(diagonal[i]), found);
  return found;
}

function blockReader({ matrix, diagonal }) {
  if (diagonal) return (rows, columns) => largestOnDiagonal(diagonal, rows, columns);
  return (rows, columns) => largestIn((i, j) => toNumber(matrix[i][j]), rows, columns);
}

/** `{rows, columns, cells}`: cuts of outputs and inputs, and by row `{value, tint}`; `null` without numbers. */
export function fieldOf(jacobian) {
  if (!jacobian.matrix && !jacobian.diagonal) return null;
  const [rows, columns] = jacobian.shape.map(cuts);
  const read = blockReader(jacobian);
  const values = rows.map((row) => columns.map((column) => read(row, column)));
  const largest = Math.max(0, ...values.flat().map(Math.abs).filter(Number.isFinite));
  const cells = values.map((row) => row.map((value) => ({ value, tint: tint(value, largest) })));
  return { rows, columns, cells };
}

/** A sketch of a Jacobian that is known to be diagonal, whose numbers are too many: which cells are not 0. */
export function sketchOf({ kind, shape }) {
  if (kind !== "diagonal") return null;
  const parts = cuts(shape[0]);
  return parts.map((_, i) => parts.map((__, j) => (i === j ? STRONGEST / 2 : 0)));
}

/** The indices of the entry at a flat place in an array of a shape, in C order: `[1, 0]`. */
export function indices(place, shape) {
  let rest = place;
  return shape.map((_, axis) => {
    const size = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    const index = Math.floor(rest / size);
    rest -= index * size;
    return index;
  });
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB", "PB", "EB"];

/** How much memory so many numbers take, 8 bytes each: `1.3 TB`. */
export function memory(count) {
  const step = Math.min(Math.floor(Math.log10(8 * count) / 3), UNITS.length - 1);
  const amount = (8 * count) / 1000 ** step;
  return `${amount < 10 && step ? amount.toFixed(1) : Math.round(amount)} ${UNITS[step]}`;
}
