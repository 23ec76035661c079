/** The drawing of a plot: function and derivative, the present point on both, and the tangent. */

import { s } from "../../../dom.js";
import { nameParts, nameWidth } from "../../../names.js";
import { SIZE, frameOf, tangent } from "./frame.js";
import { pathOf, strokesOf } from "./strokes.js";

const TANGENT = 84;
const SQUARE = 8.5;
const LIFT = 9; // from a mark to the baseline of its number
const DROP = 19;
const NAME_SIZE = 15;
const CROWDED = 34; // a mark closer to the axis has its number there
const ASIDE = 8;
const NARROW = 62; // closer to an edge, numbers stand on the other side of their mark

const paths = new WeakMap();

/** The paths of a curve in a frame; drawn anew only when the frame changes, not when a point moves in it. */
function pathsOf(curve, frame) {
  const key = `${frame.bottom} ${frame.top}`;
  if (paths.get(curve)?.key !== key) {
    const { values, derivatives } = strokesOf(curve, frame);
    paths.set(curve, { key, values: pathOf(values, frame), derivatives: pathOf(derivatives, frame) });
  }
  return paths.get(curve);
}

/** Curves and tangent are cut off at the frame by a drawing of their own. */
function curves(curve, frame, at) {
  const [top, bottom] = [frame.y(frame.top) - 4, frame.y(frame.bottom) + 4];
  const box = { x: 0, y: top, width: SIZE.width, height: bottom - top, viewBox: `0 ${top} ${SIZE.width} ${bottom - top}` };
  const { values, derivatives } = pathsOf(curve, frame);
  return s("svg", box, s("path", { class: "dfn", d: derivatives }), s("path", { class: "fn", d: values }), ...touching(frame, at));
}

function axes(frame) {
  const across = `M${frame.x(frame.left)} ${frame.y(0)}H${frame.x(frame.right)}`;
  const up = frame.left <= 0 && frame.right >= 0 ? `M${frame.x(0)} ${frame.y(frame.top)}V${frame.y(frame.bottom)}` : "";
  return s("path", { class: "ax", d: across + up });
}

/** Whether the number of a mark stands where an end of the axis has its own. */
function isTaken(frame, at, end) {
  const isNear = (number) => Math.abs(frame.y(number) - frame.y(0)) < CROWDED;
  return Math.abs(frame.x(at.point) - frame.x(end)) < NARROW && [at.value, at.derivative].some(isNear);
}

/** The ends of the range, under the axis, and at its end the operand's name. */
function scale(frame, at, { ends: [left, right], name }) {
  const y = frame.y(0) + 15;
  const label = (end, text, place) => (isTaken(frame, at, end) ? [] : [s("text", { class: "lab", y, ...place }, text)]);
  return [
    ...label(frame.left, left, { x: frame.x(frame.left) - 2, "text-anchor": "start" }),
    ...label(frame.right, right, { x: frame.x(frame.right) + 2, "text-anchor": "end" }),
    nameLabel(frame, name),
  ];
}

/** The operand's name behind the end of the axis; a long one stands above it. */
function nameLabel(frame, name) {
  const { base, subscript } = nameParts(name);
  const [x, y] = [frame.x(frame.right), frame.y(0)];
  const isLong = nameWidth(name, NAME_SIZE) > SIZE.width - x;
  const place = isLong ? { x: x + 2, y: y - 6, "text-anchor": "end" } : { x: x + 6, y: y + 4 };
  return s("text", { class: "lab name", ...place }, base, s("tspan", { class: "subscript", dy: 3 }, subscript));
}

/** A number above or below its mark, at its left or right, but within the drawing. */
function numberText(x, y, { isAbove, isLeft }, tone, text) {
  const ends = isLeft ? x > NARROW : x > SIZE.width - NARROW;
  const place = { x: ends ? x - ASIDE : x + ASIDE, y: Math.max(12, isAbove ? y - LIFT : y + DROP) };
  return s("text", { class: tone, "text-anchor": ends ? "end" : "start", ...place }, text);
}

/** The marks and their numbers: a round one for the value, whose number keeps off the curve; a square one for the derivative. */
function marks(frame, at, texts) {
  const x = frame.x(at.point);
  const [value, slope] = [frame.y(at.value), frame.y(at.derivative)];
  const isAbove = !(at.derivative > at.value); // the larger number's text stands above, the other one's below
  const shown = [];
  if (Number.isFinite(slope)) {
    const square = { x: x - SQUARE / 2, y: slope - SQUARE / 2, width: SQUARE, height: SQUARE };
    shown.push(s("rect", { class: "pg", ...square }), numberText(x, slope, { isAbove: !isAbove, isLeft: false }, "g", texts.derivative));
  }
  if (Number.isFinite(value)) {
    shown.push(s("circle", { class: "pv", cx: x, cy: value, r: 4.5 }), numberText(x, value, { isAbove, isLeft: isAbove === at.derivative > 0 }, "v", texts.value));
  }
  return shown;
}

function guides(frame, at) {
  const x = frame.x(at.point);
  const ends = [0, at.value, at.derivative].filter(Number.isFinite).map(frame.y);
  return s("path", { class: "guide", d: `M${x} ${Math.min(...ends)}V${Math.max(...ends)}` });
}

function touching(frame, at) {
  if (![at.point, at.value, at.derivative].every(Number.isFinite)) return [];
  const [[x1, y1], [x2, y2]] = tangent(frame, at, TANGENT);
  return [s("path", { class: "tan", d: `M${x1} ${y1}L${x2} ${y2}` })];
}

/**
 * The drawing. `at` has point, value and derivative as numbers; `texts` has value, derivative, the `ends` of the range,
 * the operand's `name` and the `label` that says all of it. Without a curve yet, an empty one of the same size.
 */
export function plotDrawing(curve, at, texts) {
  const box = { class: "plot", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": texts.label };
  if (!curve) return s("svg", box);
  const frame = frameOf(curve, at);
  const here = Number.isFinite(at.point) ? [guides(frame, at), ...marks(frame, at, texts)] : [];
  return s("svg", box, axes(frame), ...scale(frame, at, texts), curves(curve, frame, at), ...here);
}
