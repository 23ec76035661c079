import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeState, encodeState } from "../../static/js/address.js";
import { updateTexts } from "../../static/js/panels/descent/equations.js";
import { obstacleOf, summed } from "../../static/js/panels/descent/obstacle.js";
import { candidates, isComplete, numbersOf, parametersOf, usualParameters } from "../../static/js/panels/descent/parameters.js";
import { canUndo, extended, UNDOABLE, verdict } from "../../static/js/panels/descent/path.js";
import { calmerRate, nextRate, parseRate, placeOf, RATES, rateText } from "../../static/js/panels/descent/rate.js";
import { isWide, lossScale, stepScale } from "../../static/js/panels/descent/scales.js";
import { changeOf, descended, norm, steppedInputs } from "../../static/js/panels/descent/update.js";
import { initialState } from "../../static/js/store.js";
import { stateOf } from "./fixtures.js";

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-12, `${one} ≠ ${other}`);
const summary = (shape) => ({ summary: true, shape, min: -1, max: 1, mean: 0, norm: 3, head: [] });
const input = (gradient, shape = [], node = "n0") => ({ node, shape, value: 1, gradient });
const answerTo = (inputs, output = { shape: [], value: 1 }) => ({ inputs, output, expression: { source: "f" } });
const state = (inputs, patch = {}) => ({ answer: answerTo(inputs), inputs: {}, parameters: null, ...patch });

test("a step goes against the gradient, in numbers and in arrays", () => {
  near(descended(2, -0.5, 0.1), 2.05);
  assert.deepEqual(descended([[1, 2], [3, 4]], [[10, 0], [-10, 20]], 0.1), [[0, 2], [4, 2]]);
  near(norm([[3, 0], [0, -4]]), 5);
  assert.equal(norm(summary([9])), 3);
});

test("the step of an array is told by its norm, that of a number by its numbers", () => {
  assert.deepEqual(changeOf({ name: "w", value: 2, gradient: -1 }, 0.5), { name: "w", shape: [], before: 2, gradient: -1, after: 2.5 });
  assert.deepEqual(changeOf({ name: "W", value: [[1, 2]], gradient: [[3, 4]] }, 0.5), { name: "W", shape: [1, 2], slope: 5, length: 2.5 });
});

test("only parameters move, and nothing becomes infinite", () => {
  const inputs = { w: 1, x: 5 };
  assert.deepEqual(steppedInputs(inputs, [{ name: "w", value: 1, gradient: 2 }], 0.5), { w: 0, x: 5 });
  assert.equal(steppedInputs(inputs, [{ name: "w", value: 1, gradient: "Infinity" }], 0.5), null);
  assert.equal(steppedInputs(inputs, [{ name: "w", value: [1, 2], gradient: [1, "NaN"] }], 0.5), null);
});

test("the update is written with numbers that hold as printed", () => {
  const change = { before: 2, gradient: -0.19661193324148185, after: 2.019661193324148 };
  assert.deepEqual(updateTexts(change, 0.1, 2), { before: "2.00", rate: "0.10", gradient: "−0.20", after: "2.02" });
  const tight = { before: 1.005, gradient: 1.004, after: 1.005 - 1.004 };
  assert.deepEqual(updateTexts(tight, 1, 2), { before: "1.005", rate: "1.00", gradient: "1.004", after: "1e−3" });
});

test("inputs with a gradient can be moved; those that look like weights are, unless told otherwise", () => {
  const inputs = { W: input([1], [1]), x: input(1), y: input(null), unused: input(null, [], null), b: input(1) };
  assert.deepEqual(candidates(answerTo(inputs)), ["W", "x", "b"]);
  assert.deepEqual(parametersOf(state(inputs)), ["W", "b"]);
  assert.deepEqual(parametersOf(state(inputs, { parameters: ["x", "y"] })), ["x"]);
  assert.deepEqual(parametersOf(state(inputs, { parameters: [] })), []);
  assert.deepEqual(parametersOf(state(inputs, { parameters: ["gone"] })), ["W", "b"]);
});

test("names of weights and biases, in every spelling", () => {
  const usual = ["w0", "w_1", "W2", "weights", "Wxh", "b", "b1", "bias", "theta", "θ₁"];
  assert.deepEqual(usualParameters([...usual, "x0", "X", "lam", "batch", "y"]), usual);
  assert.deepEqual(usualParameters(["x", "y"]), ["x", "y"]);
});

test("random arrays are moved by their numbers, and large ones have to be asked for", () => {
  const random = { random: "normal", shape: [2], seed: 0 };
  const inputs = { w: { node: "n0", shape: [2], value: [0.5, -1], gradient: [1, 1] } };
  const [number] = numbersOf({ answer: answerTo(inputs), inputs: { w: random } }, ["w"]);
  assert.deepEqual(number.value, [0.5, -1]);
  assert.ok(isComplete([number]));
  assert.ok(!isComplete([{ ...number, gradient: summary([2]) }]));
});

test("what stands in the way of a step", () => {
  assert.equal(obstacleOf(state({ w: input(1) })), null);
  assert.equal(obstacleOf(state({ w: input(1) }, { parameters: [] })), "descent.none_chosen");
  assert.equal(obstacleOf(state({ y: input(null) })), "descent.no_gradient");
  assert.equal(obstacleOf(state({ w: input(summary([200, 51]), [200, 51]) })), "descent.too_large");
  assert.equal(obstacleOf({ ...state({ w: input(1) }), answer: answerTo({ w: input(1) }, { shape: [2] }) }), "descent.not_scalar");
});

function summedText(source, span) {
  const answer = { nodes: [{ id: "n1", span }], output: { node: "n1" }, expression: { source } };
  return summed({ answer, source })?.text ?? null;
}

test("an array at the end of the program can be summed with one click", () => {
  assert.equal(summedText("W x", [0, 3]), "sum(W x)");
  assert.equal(summedText("h = W x\nf = h b\n", [12, 15]), "h = W x\nf = sum(h b)\n");
  assert.equal(summedText("f(x) = W x\nf(f(x))", [7, 10]), null);
  assert.equal(summedText("\\mathbf{W} x", [0, 12]), null);
});

test("losses tell when the rate is too large", () => {
  assert.equal(verdict([1]), "fine");
  assert.equal(verdict([1, 0.5, 0.4]), "fine");
  assert.equal(verdict([1, 1.44]), "grows");
  assert.equal(verdict([1, 0.5, 0.52]), "fine");
  assert.equal(verdict([1, 0.5, 0.6, 0.7]), "grows");
  assert.equal(verdict([1, 1, 1 + 1e-15]), "fine");
  assert.equal(verdict([0, 0]), "fine");
  assert.equal(verdict([-1, -2]), "fine");
  assert.equal(verdict([1, Infinity]), "nonfinite");
  assert.equal(verdict([1, NaN]), "nonfinite");
});

test("steps far back can no longer be undone, but the start is kept", () => {
  let points = [{ inputs: { w: 0 }, loss: 0 }];
  assert.ok(!canUndo(points));
  for (let i = 1; i <= UNDOABLE + 50; i += 1) points = extended(points, { inputs: { w: i }, loss: i });
  assert.equal(points.length, UNDOABLE + 51);
  assert.deepEqual(points[0], { inputs: { w: 0 }, loss: 0 });
  assert.deepEqual(points[1], { loss: 1 });
  assert.equal(points.filter(({ inputs }) => inputs).length, UNDOABLE + 2);
  for (let i = 0; i < UNDOABLE; i += 1) points = canUndo(points) ? points.slice(0, -1) : assert.fail();
  assert.ok(!canUndo(points));
});

test("the slider stops at 1, 2, 5 in each power of ten; any other rate can be typed", () => {
  assert.deepEqual(RATES.slice(-5), [0.5, 1, 2, 5, 10]);
  assert.equal(RATES[placeOf(0.1)], 0.1);
  assert.equal(RATES[placeOf(0.3)], 0.2);
  assert.deepEqual([nextRate(0.1, 1), nextRate(0.1, -1), nextRate(0.3, -1), nextRate(10, 1)], [0.2, 0.05, 0.2, 10]);
  assert.deepEqual([calmerRate(1), calmerRate(0.5), calmerRate(1e-5)], [0.5, 0.2, 1e-6]);
  assert.deepEqual(["0.05", "1e-3", "0", "-1", "x", ""].map(parseRate), [0.05, 0.001, null, null, null, null]);
  assert.deepEqual([rateText(0.1, 2), rateText(0.125, 2), rateText(0.001, 2), rateText(1e-7, 2)], ["0.10", "0.125", "0.001", "1e−7"]);
});

test("the loss's axis starts at 0 unless that would flatten the curve, and is logarithmic when it must be", () => {
  const range = [100, 0];
  assert.deepEqual([lossScale([1, 0.2], range).low, lossScale([1, 0.2], range).high], [0, 1]);
  near(lossScale([100, 101], range).low, 99.9);
  assert.ok(!isWide([0, 1e9]) && !isWide([1, 999]) && isWide([1, 1e6]));
  near(lossScale([1, 1e6], range).y(1e3), 50);
  assert.equal(lossScale([0], range).y(0), 100);
  assert.equal(stepScale(3, [0, 100])(3), 30);
  assert.equal(stepScale(200, [0, 100])(200), 100);
});

test("rate, parameters and panel stand in the address when they are not as usual", () => {
  const usual = { ...initialState, source: "x", language: null };
  assert.equal(encodeState(usual), "expression=x");
  const patch = { rate: 0.05, parameters: ["w0", "θ"], panel: "descent" };
  const { rate, parameters, panel } = decodeState(encodeState({ ...usual, ...patch }));
  assert.deepEqual({ rate, parameters, panel }, patch);
  assert.deepEqual(decodeState(encodeState({ ...usual, parameters: [] })).parameters, []);
  assert.deepEqual(decodeState("rate=-1&panel=x"), {});
});

test("in the lecture's sigmoid circuit the weights move", () => {
  const sigmoid = stateOf("sigmoid", { parameters: null });
  assert.deepEqual(parametersOf(sigmoid), ["w0", "w1", "w2"]);
  assert.equal(obstacleOf(sigmoid), null);
});
