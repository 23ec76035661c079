// One step against the gradient: w ← w − η ∂L/∂w, for numbers and nested lists of them. Pure.

import { entries, isFinite, isSummary, toNumber } from "../../numbers.js";
import { shapeOf } from "../../values.js";

/** A value after one step. */
export function descended(value, gradient, rate) {
  if (Array.isArray(value)) return value.map((part, i) => descended(part, gradient[i], rate));
  return value - rate * toNumber(gradient);
}

/** The Euclidean norm of a number, a nested list, or what an answer says about a large one. */
export function norm(value) {
  return isSummary(value) ? toNumber(value.norm) : Math.hypot(...entries(value));
}

/**
 * What one step does to a parameter: `{name, shape, before, gradient, after}` for a number; for an array
 * `{name, shape, slope, length}` with the norms of its gradient and of the step.
 */
export function changeOf({ name, value, gradient }, rate) {
  if (typeof value === "number") {
    return { name, shape: [], before: value, gradient: toNumber(gradient), after: descended(value, gradient, rate) };
  }
  const slope = norm(gradient);
  return { name, shape: isSummary(value) ? value.shape : shapeOf(value), slope, length: rate * slope };
}

/** The inputs after one step of the parameters in `numbers`; `null` when a number is no longer finite. */
export function steppedInputs(inputs, numbers, rate) {
  const moved = numbers.map(({ name, value, gradient }) => [name, descended(value, gradient, rate)]);
  return moved.every(([, value]) => isFinite(value)) ? { ...inputs, ...Object.fromEntries(moved) } : null;
}
