// Gradients beside their central differences, row by row, and what they say together. Pure.

import { entries, isFinite, isSummary, toNumber } from "../../numbers.js";
import { entryAt, shapeOf } from "../../values.js";

/** Below this relative error two gradients agree: differences are no more exact than this where a function bends. */
const AGREEMENT = 1e-4;

/** As the engine: below this a gradient counts as zero to the differences' own noise. */
const FLOOR = 1e-3;

const distance = (one, other) => Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), FLOOR);

/** The index path of the entry at `place` in reading order. */
function pathTo(place, shape) {
  return shape.toReversed().reduce(({ rest, path }, size) => ({ rest: Math.floor(rest / size), path: [rest % size, ...path] }),
    { rest: place, path: [] }).path;
}

/** The entry in which an array's two gradients are farthest apart: its index path. */
function farthest(analytic, numerical) {
  const [ours, theirs] = [entries(analytic), entries(numerical)];
  const distances = ours.map((one, i) => distance(one, theirs[i]));
  const unlike = distances.findIndex(Number.isNaN);
  return pathTo(unlike < 0 ? distances.indexOf(Math.max(...distances)) : unlike, shapeOf(analytic));
}

function kindOf({ kink, relative_error: error }) {
  if (kink) return "kink";
  if (!isFinite(error)) return "nonfinite";
  return toNumber(error) <= AGREEMENT ? "agrees" : "differs";
}

/** The numbers to print for an input: its own, an array's entry that is worst, or norms where an array is summed up. */
function printed(analytic, numerical) {
  if (isSummary(analytic) || isSummary(numerical)) return { place: "norm", analytic: analytic.norm, numerical: numerical.norm };
  if (!Array.isArray(analytic)) return { place: null, analytic, numerical };
  if (!entries(analytic).length) return { place: null, analytic: 0, numerical: 0 };
  const path = farthest(analytic, numerical);
  return { place: path, analytic: entryAt(analytic, path), numerical: entryAt(numerical, path) };
}

/**
 * One row for each input that was compared: `{name, shape, kind, error, place, analytic, numerical}`, where `kind` is
 * `"agrees"`, `"kink"`, `"differs"` or `"nonfinite"`, and `place` the index path of the entry that is printed, or `"norm"`.
 */
export function rowsOf({ inputs, check }) {
  return Object.entries(check.inputs).map(([name, found]) => ({
    name, shape: inputs[name].shape, kind: kindOf(found), error: toNumber(found.relative_error),
    ...printed(inputs[name].gradient, found.numerical),
  }));
}

/** How many rows are of a kind. */
const count = (rows, kind) => rows.filter((row) => row.kind === kind).length;

/** The sentence for all rows: `{key, values}`, with `error` the largest relative error among those that agree. */
export function conclusion(rows) {
  const [agrees, kinks] = [count(rows, "agrees"), count(rows, "kink")];
  const errors = rows.filter(({ kind }) => kind === "agrees").map(({ error }) => error);
  const values = { count: rows.length, agrees, kinks, differs: rows.length - agrees - kinks, error: Math.max(0, ...errors) };
  if (!rows.length) return { key: "check.nothing", values };
  if (values.differs) return { key: "check.differ", values };
  if (kinks) return { key: "check.kinks", values };
  return { key: rows.length === 1 ? "check.agrees" : "check.agree", values };
}
