/** A sampled curve as strokes with gaps where it has none: at poles, jumps, and numbers that are not finite. Pure. */

import { toNumber } from "../../../numbers.js";

const FAR = 0.8; // of a step that the slopes do not explain
const STEEPER = 8; // times the steps nearby
const NOTICEABLE = 0.04; // of the frame's height

const difference = (numbers, i) => numbers[i + 1] - numbers[i];

/** From below the frame to above it, or back, in one step. */
function crosses(from, to, { bottom, top }) {
  return Math.min(from, to) < bottom && Math.max(from, to) > top;
}

/** A step of the values that the slopes at its ends do not explain. */
function leaps(values, slopes, width, i) {
  const step = difference(values, i);
  const explained = (width * (slopes[i] + slopes[i + 1])) / 2;
  return Number.isFinite(explained) && Math.abs(step - explained) > FAR * Math.abs(step);
}

/** A step much larger than those two before and two after it: a jump may take two when a point lies on it. */
function jumps(numbers, i) {
  const nearby = [i - 2, i + 2].map((k) => Math.abs(difference(numbers, k)));
  return nearby.every((step) => Math.abs(difference(numbers, i)) > STEEPER * step);
}

/** Runs of `[x, y]` that are joined; `isGap(i)` tells whether the step after `i` is none. */
function runs(points, numbers, isGap) {
  const found = [[]];
  numbers.forEach((number, i) => {
    if (Number.isFinite(number)) found.at(-1).push([points[i], number]);
    if (!Number.isFinite(number) || isGap(i)) found.push([]);
  });
  return found.filter((run) => run.length > 1);
}

/** The strokes `{values, derivatives}` of a curve in a frame, each a list of runs of `[x, y]`. */
export function strokesOf(curve, frame) {
  const [points, values, formal] = [curve.points, curve.values, curve.derivatives].map((list) => list.map(toNumber));
  const slopes = formal.map((slope, i) => (Number.isNaN(values[i]) ? NaN : slope)); // none where there is no value
  const noticeable = NOTICEABLE * (frame.top - frame.bottom);
  const width = difference(points, 0);
  const seen = (numbers, i) => Math.abs(difference(numbers, i)) > noticeable;
  const valueGap = (i) => crosses(values[i], values[i + 1], frame) || (seen(values, i) && leaps(values, slopes, width, i));
  const slopeGap = (i) => crosses(slopes[i], slopes[i + 1], frame) || (seen(slopes, i) && jumps(slopes, i));
  return { values: runs(points, values, valueGap), derivatives: runs(points, slopes, slopeGap) };
}

const BEYOND = 2; // frames above or below, where a stroke is out of sight

const place = (number) => Math.round(number * 100) / 100;

/** Runs as the data of a path; what lies far outside of the frame is drawn in to just outside. */
export function pathOf(strokes, frame) {
  const height = frame.top - frame.bottom;
  const within = (y) => Math.min(Math.max(y, frame.bottom - BEYOND * height), frame.top + BEYOND * height);
  const at = ([x, y]) => `${place(frame.x(x))} ${place(frame.y(within(y)))}`;
  return strokes.map((run) => `M${run.map(at).join("L")}`).join("");
}
