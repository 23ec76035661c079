// The way that a descent has come: a point for each step, the start first; and what its losses say. Pure.

/** So many points behind the present one keep their inputs, so that the steps can be undone. */
export const UNDOABLE = 200;

/** The points with one more; the oldest ones but the start keep only their loss. */
export function extended(points, point) {
  const forgotten = points.length - UNDOABLE - 1;
  const kept = forgotten > 0 && points[forgotten].inputs ? points.with(forgotten, { loss: points[forgotten].loss }) : points;
  return [...kept, point];
}

/** Whether the last step can be taken back. */
export const canUndo = (points) => points.length > 1 && Boolean(points.at(-2).inputs);

/** Rounding alone may move a loss by so much of itself. */
const NOISE = 1e-12;

const grew = (before, now) => now - before > NOISE * Math.max(Math.abs(before), Math.abs(now));

/**
 * What the losses say about the rate: `"nonfinite"` when the loss is no number any more, `"grows"` when it has risen above
 * its start or twice in a row, else `"fine"`: near a kink it may rise for a step and fall again.
 */
export function verdict(losses) {
  const [earlier, before, now] = [losses.at(-3), losses.at(-2), losses.at(-1)];
  if (!Number.isFinite(now)) return "nonfinite";
  if (before === undefined || !grew(before, now)) return "fine";
  return grew(losses[0], now) || (earlier !== undefined && grew(earlier, before)) ? "grows" : "fine";
}
