import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf, heights, SIZE, tangent } from "../../static/js/panels/inspector/plot/frame.js";
import { pathOf, strokesOf } from "../../static/js/panels/inspector/plot/strokes.js";

const string = (number) => (Number.isFinite(number) ? number : Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");

/** A curve as the server answers it. */
function sampled(value, derivative, [from, to] = [-6, 6], count = 481) {
  const points = Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  return { points, values: points.map(value).map(string), derivatives: points.map(derivative).map(string) };
}

const at = (value, derivative, point) => ({ point, value: value(point), derivative: derivative(point) });
const CURVES = {
  reciprocal: [(x) => 1 / x, (x) => -1 / (x * x)],
  exp: [Math.exp, Math.exp],
  log: [Math.log, (x) => 1 / x],
  sigmoid: [(x) => 1 / (1 + Math.exp(-x)), (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2],
  relu: [(x) => Math.max(0, x), (x) => Number(x > 0)],
  abs: [Math.abs, Math.sign],
  floor: [Math.floor, () => 0],
  tan: [Math.tan, (x) => 1 + Math.tan(x) ** 2],
  cbrt: [Math.cbrt, (x) => 1 / (3 * Math.cbrt(x) ** 2)],
  cube: [(x) => x ** 3, (x) => 3 * x * x],
};

function strokes(name, point = 1.37) {
  const curve = sampled(...CURVES[name]);
  return strokesOf(curve, frameOf(curve, at(...CURVES[name], point)));
}

test("the frame shows what is near the present numbers, and 0", () => {
  const [value, slope] = CURVES.reciprocal;
  assert.deepEqual(heights(sampled(value, slope), at(value, slope, 1.37)), { bottom: -2, top: 2 });
  assert.deepEqual(heights(sampled(...CURVES.relu), at(...CURVES.relu, 3)), { bottom: 0, top: 6 });
  const { bottom, top } = heights(sampled(...CURVES.sigmoid), at(...CURVES.sigmoid, 1));
  assert.ok(bottom <= 0 && top > 0.99 && top < 1.01);
});

test("the frame stays while the point moves a little, and grows when it has to", () => {
  const curve = sampled(...CURVES.exp);
  const shown = (point) => heights(curve, at(...CURVES.exp, point));
  assert.deepEqual(shown(0.6), shown(0.8));
  assert.ok(shown(3).top > 20 && shown(3).top < 100);
});

test("a small slope does not look steep", () => {
  const curve = sampled((x) => x / 1000, () => 1 / 1000);
  const { bottom, top } = heights(curve, { point: 1, value: 1 / 1000, derivative: 1 / 1000 });
  assert.ok(top - bottom >= 1);
});

test("numbers that are not finite leave a frame", () => {
  const curve = sampled(Math.log, (x) => 1 / x);
  const { bottom, top } = heights(curve, { point: 0, value: -Infinity, derivative: Infinity });
  assert.ok(Number.isFinite(bottom) && Number.isFinite(top) && top > bottom);
  assert.ok(Number.isFinite(heights(curve, { point: 1, value: 1e300, derivative: 1 }).top));
});

test("places lie within the drawing; 0 to the right and up", () => {
  const frame = frameOf(sampled(...CURVES.cube), at(...CURVES.cube, 1));
  assert.ok(frame.x(-6) >= 0 && frame.x(6) < SIZE.width && frame.x(0) > frame.x(-1));
  assert.ok(frame.y(frame.top) >= 0 && frame.y(frame.bottom) < SIZE.height && frame.y(1) < frame.y(0));
});

test("a tangent touches at the point, with the slope in pixels, and has the length asked for", () => {
  const frame = frameOf(sampled(...CURVES.cube), at(...CURVES.cube, 1));
  const [[x1, y1], [x2, y2]] = tangent(frame, at(...CURVES.cube, 1), 80);
  assert.ok(Math.abs((x1 + x2) / 2 - frame.x(1)) < 1e-9 && Math.abs((y1 + y2) / 2 - frame.y(1)) < 1e-9);
  assert.ok(Math.abs(Math.hypot(x2 - x1, y2 - y1) - 80) < 1e-9);
  const across = frame.x(1) - frame.x(0);
  assert.ok(Math.abs((y2 - y1) / (x2 - x1) - (frame.y(3) - frame.y(0)) / across) < 1e-9);
});

const ends = (runs) => runs.map((run) => [run[0][0], run.at(-1)[0]].map((x) => Number(x.toFixed(3))));

test("a pole is a gap, in the function and in its derivative", () => {
  assert.deepEqual(ends(strokes("reciprocal").values), [[-6, -0.025], [0.025, 6]]);
  assert.deepEqual(ends(strokes("reciprocal").derivatives), [[-6, -0.025], [0.025, 6]]);
});

test("poles between the points are gaps, too", () => {
  const branches = strokes("tan").values;
  assert.equal(branches.length, 5);
  assert.ok(branches.every((run) => run.every(([, y], i) => i === 0 || y > run[i - 1][1])));
});

test("outside of its domain a function has neither value nor derivative", () => {
  assert.deepEqual(ends(strokes("log").values), [[0.025, 6]]);
  assert.deepEqual(ends(strokes("log").derivatives), [[0.025, 6]]);
});

test("a jump is a gap, not a vertical stroke", () => {
  const steps = strokes("floor", 1.5).values;
  assert.ok(steps.every((run) => run.every(([, y]) => y === run[0][1])));
  assert.equal(strokes("relu", 2).derivatives.length, 2);
  assert.deepEqual(strokes("abs", -1).derivatives.map((run) => run[0][1]), [-1, 1]);
});

test("a kink, a steep place and a smooth curve have no gap", () => {
  for (const name of ["relu", "abs", "cbrt", "cube", "exp", "sigmoid"]) assert.equal(strokes(name, 1).values.length, 1, name);
  for (const name of ["cube", "exp", "sigmoid"]) assert.equal(strokes(name, 1).derivatives.length, 1, name);
});

test("a path lifts its pen at a gap and stays near the drawing", () => {
  const curve = sampled(...CURVES.reciprocal);
  const frame = frameOf(curve, at(...CURVES.reciprocal, 1.37));
  const path = pathOf(strokesOf(curve, frame).values, frame);
  assert.equal(path.match(/M/g).length, 2);
  const heightsDrawn = [...path.matchAll(/[ML][-\d.]+ ([-\d.]+)/g)].map(([, y]) => Number(y));
  assert.ok(heightsDrawn.every((y) => y > -3 * SIZE.height && y < 4 * SIZE.height));
});
