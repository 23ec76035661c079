/** What part of a curve a plot shows, and where it stands in it. Pure. */

import { isFinite, toNumber } from "../../../numbers.js";

export const SIZE = { width: 260, height: 176 };
const MARGIN = { left: 8, right: 24, top: 10, bottom: 18 };
const LEAST = 1; // a plot is at least so high, so that a small slope does not look steep
const ROOM = 1.6; // how much farther than the present numbers a plot reaches
const MOST = 1e150;

/** How far a plot reaches from 0: a power of two, so that the frame stays while an input is dragged a little. */
function reachOf({ value, derivative }) {
  const sizes = [1.2, Math.abs(value), 0.75 * Math.abs(derivative)].filter(Number.isFinite);
  return 2 ** Math.ceil(Math.log2(Math.min(ROOM * Math.max(...sizes), MOST)));
}

const extremes = new WeakMap();

/** The least and the largest finite number of a curve's values and derivatives; 0 counts as one. */
function extremesOf(curve) {
  if (!extremes.has(curve)) {
    const numbers = [0, ...curve.values, ...curve.derivatives].filter(isFinite);
    extremes.set(curve, [Math.min(...numbers), Math.max(...numbers)]);
  }
  return extremes.get(curve);
}

/** The heights that are shown, `{bottom, top}`: 0 always, the present value and derivative always, else what is near. */
export function heights(curve, at) {
  const [least, most] = extremesOf(curve);
  const reach = reachOf(at);
  const here = [at.value, at.derivative].filter(Number.isFinite);
  const bottom = Math.min(Math.max(least, -reach), ...here);
  const top = Math.max(Math.min(most, reach), ...here);
  const spare = Math.max(0, LEAST - (top - bottom)) / 2;
  return { bottom: bottom - spare, top: top + spare };
}

/** The frame of a plot: `{left, right, bottom, top}` as numbers, and `x`, `y`, which turn numbers into places. */
export function frameOf(curve, at) {
  const [left, right] = [toNumber(curve.points[0]), toNumber(curve.points.at(-1))];
  const { bottom, top } = heights(curve, at);
  const width = SIZE.width - MARGIN.left - MARGIN.right;
  const height = SIZE.height - MARGIN.top - MARGIN.bottom;
  const x = (number) => MARGIN.left + ((number - left) / (right - left)) * width;
  const y = (number) => MARGIN.top + ((top - number) / (top - bottom)) * height;
  return { left, right, bottom, top, x, y };
}

/** Both ends of a tangent of `length` pixels that touches at `{x, y}` with a slope in the frame's numbers. */
export function tangent(frame, { point, value, derivative }, length) {
  const [across, down] = [frame.x(1) - frame.x(0), (frame.y(1) - frame.y(0)) * derivative];
  const scale = length / 2 / Math.hypot(across, down);
  const [x, y] = [frame.x(point), frame.y(value)];
  return [[x - across * scale, y - down * scale], [x + across * scale, y + down * scale]];
}
