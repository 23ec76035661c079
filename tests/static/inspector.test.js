import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenRow, missingCurve, plotted, shownCurve, suits } from "../../static/js/curves.js";
import { operandRows } from "../../static/js/explain.js";
import { missingJacobian, shownJacobian } from "../../static/js/jacobians.js";
import { movedIn } from "../../static/js/panels/inspector/cells.js";
import { cuts, fieldOf, indices, memory, sketchOf, tint } from "../../static/js/panels/inspector/jacobian/field.js";
import { backwardProduct, entrySum, forwardProduct, isProduct } from "../../static/js/panels/inspector/product/factors.js";
import { timeline } from "../../static/js/steps.js";
import { answer, stateOf } from "./fixtures.js";

const format = { precision: "rounded", digits: 3 };

function opened(name, id, patch = {}) {
  const kept = stateOf(name, { selected: id, operand: null, curve: null, jacobian: null, answered: {}, constants: "absorbed", fold: [], unfold: [], upstream: null, ...patch });
  return { ...kept, source: kept.answer.expression.source, inputs: {} };
}

test("the curve is asked for along the chosen operand, else the first", () => {
  assert.equal(missingCurve(opened("sigmoid", "n2")).body.operand, 0);
  const { body } = missingCurve(opened("sigmoid", "n2", { operand: { gate: "n2", slot: 1 } }));
  assert.deepEqual([body.node, body.operand, body.expression], ["n2", 1, answer("sigmoid").expression.source]);
  assert.equal(missingCurve(opened("sigmoid", "n12", { operand: { gate: "n2", slot: 1 } })).body.operand, 0);
});

test("no curve is drawn of inputs, branches, arrays, or before the step of a gate", () => {
  for (const state of [opened("sigmoid", "n0"), opened("branch", "branch:n0"), opened("vectorised", "n2"), opened("sigmoid", "n12", { step: 3 })]) {
    assert.equal(plotted(state), null);
  }
});

/** A state to which the curve has come. */
function supplied(state, points = [-6, 6]) {
  const { key, place } = missingCurve(state);
  return { ...state, curve: { key, place, data: { points } } };
}

function withValue(state, id, value) {
  const edges = state.answer.edges.map((edge) => (edge.source === id ? { ...edge, value } : edge));
  return { ...state, answer: { ...state.answer, edges } };
}

test("a curve is fetched anew when its operand leaves the range or another operand changes, not otherwise", () => {
  const state = supplied(opened("sigmoid", "n2"));
  assert.equal(missingCurve(state), null);
  assert.equal(missingCurve(withValue(state, "n0", 5.9)), null);
  assert.equal(missingCurve(withValue(state, "n0", "NaN")), null);
  assert.notEqual(missingCurve(withValue(state, "n0", 6.1)), null);
  assert.notEqual(missingCurve(withValue(state, "n1", 0.5)), null);
  assert.notEqual(missingCurve({ ...state, selected: "n12" }), null);
});

test("until the new curve is there the old one of the same gate and slot stays; a refusal is not asked again", () => {
  const state = supplied(opened("sigmoid", "n2"));
  assert.equal(shownCurve(withValue(state, "n1", 0.5)), state.curve.data);
  assert.equal(shownCurve({ ...state, operand: { gate: "n2", slot: 1 } }), null);
  assert.ok(suits({ ...state.curve, data: null }, plotted(state)));
});

const lectureRows = () => operandRows(answer("vectorised"), "n2", format);
const lectureNode = () => timeline(answer("vectorised")).nodes.get("n2");

test("a row knows its operand", () => assert.equal(chosenRow(lectureRows(), "n2", { gate: "n2", slot: 1 }).name, "x"));

test("the product forward: a row times a column", () => {
  const product = forwardProduct(lectureNode(), lectureRows());
  assert.deepEqual(entrySum(product, 0, 0, format), { result: "0.22", terms: [["0.1", "0.2"], ["0.5", "0.4"]] });
  assert.deepEqual(entrySum(product, 1, 0, format).terms, [["−0.3", "0.2"], ["0.8", "0.4"]]);
});

test("the product backward: upstream · xᵀ to W, Wᵀ · upstream to x", () => {
  const [byW, byX] = [0, 1].map((slot) => backwardProduct(lectureNode(), lectureRows(), slot));
  assert.deepEqual([byW.right.rows, byW.right.role, byW.left.role, byW.result.role], [[[0.2, 0.4]], "transposed", "upstream", "sent"]);
  assert.deepEqual(entrySum(byW, 0, 1, format), { result: "0.176", terms: [["0.44", "0.4"]] });
  assert.deepEqual(byX.left.rows, [[0.1, -0.3], [0.5, 0.8]]);
  assert.deepEqual(entrySum(byX, 0, 0, format), { result: "−0.112", terms: [["0.1", "0.44"], ["−0.3", "0.52"]] });
});

/** A product of arrays of these values, as rows of an answer have it. */
function productOf(left, right, value, gradients, gradient) {
  const shape = (part) => (Array.isArray(part) ? [part.length, ...shape(part[0])] : []);
  const row = (source, slot) => ({ slot, source: { value: source, shape: shape(source) }, edge: { gradient: gradients[slot] } });
  return [{ gate: "matmul", value, gradient, shape: shape(value) }, [row(left, 0), row(right, 1)]];
}

test("vectors lie or stand as the product needs them", () => {
  const [node, rows] = productOf([1, 2], [[3, 4], [5, 6]], [13, 16], [[7, 11], [[1, 1], [2, 2]]], [1, 1]);
  assert.deepEqual(entrySum(forwardProduct(node, rows), 0, 1, { precision: "rounded", digits: 0 }), { result: "16", terms: [["1", "4"], ["2", "6"]] });
  assert.deepEqual(backwardProduct(node, rows, 0).result.rows, [[7, 11]]);
  assert.deepEqual(backwardProduct(node, rows, 1).left.rows, [[1], [2]]);
  const [dot, two] = productOf([1, 2], [3, 4], 11, [[3, 4], [1, 2]], 1);
  assert.deepEqual(forwardProduct(dot, two).result.rows, [[11]]);
  assert.deepEqual(backwardProduct(dot, two, 1).result.rows, [[1], [2]]);
  assert.deepEqual(entrySum(backwardProduct(dot, two, 1), 1, 0, { precision: "full" }), { result: "2", terms: [["2", "1"]] });
});

test("the sum of an entry is true as printed", () => {
  const [node, rows] = productOf([[0.128, 1]], [[3.004], [0]], [[0.128 * 3.004]], [[[1, 1]], [[1], [1]]], [[1]]);
  const { result, terms } = entrySum(forwardProduct(node, rows), 0, 0, { precision: "rounded", digits: 2 });
  const total = terms.reduce((sum, [a, b]) => sum + Number(a) * Number(b), 0);
  assert.equal(total.toFixed(2), result);
});

test("only small matrices are written out", () => {
  const row = (shape) => ({ source: { shape, value: [] }, edge: {} });
  assert.ok(!isProduct({ gate: "matmul", shape: [9, 1], value: [] }, [row([9, 2]), row([2, 1])]));
  assert.ok(!isProduct({ gate: "multiply", shape: [2], value: [] }, [row([2]), row([2])]));
  assert.ok(!isProduct({ gate: "matmul", shape: [], value: 1 }, [row([]), row([])]));
});

test("a tint is never stronger than 42 percent, and what is not 0 can be seen", () => {
  assert.equal(tint(0, 5), 0);
  assert.equal(tint(-5, 5), 42);
  assert.ok(tint(1e-9, 5) >= 8 && tint(2.5, 5) > tint(1, 5));
  assert.equal(tint(Infinity, 5), 42);
  assert.equal(tint(NaN, 5), 42);
});

test("a Jacobian of up to 16 × 16 has a cell for each entry, a larger one blocks that cover it", () => {
  assert.deepEqual(cuts(3), [[0, 0], [1, 1], [2, 2]]);
  const parts = cuts(40);
  assert.equal(parts.length, 16);
  assert.deepEqual([parts[0][0], parts.at(-1)[1]], [0, 39]);
  assert.ok(parts.every(([first], i) => i === 0 || first === parts[i - 1][1] + 1));
});

test("a block shows its largest entry, with its sign", () => {
  const size = 32;
  const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === 1 && j === 0 ? -4 : i === 0 && j === 1 ? 3 : 0)));
  const { cells } = fieldOf({ shape: [size, size], matrix });
  assert.deepEqual([cells[0][0], cells[0][1]], [{ value: -4, tint: 42 }, { value: 0, tint: 0 }]);
});

test("a diagonal needs no matrix", () => {
  const diagonal = Array.from({ length: 64 }, (_, i) => (i === 63 ? "Infinity" : i));
  const { cells } = fieldOf({ kind: "diagonal", shape: [64, 64], diagonal });
  assert.deepEqual([cells[0][0].value, cells[15][15].value, cells[0][1].value], [3, Infinity, 0]);
  assert.equal(cells[14][14].tint, 42);
});

test("without numbers a diagonal is sketched, anything else is not", () => {
  assert.equal(fieldOf({ kind: "diagonal", shape: [409600, 409600] }), null);
  const sketched = sketchOf({ kind: "diagonal", shape: [409600, 409600] });
  assert.deepEqual([sketched.length, sketched[3][3] > 0, sketched[3][4]], [16, true, 0]);
  assert.equal(sketchOf({ kind: "structured", shape: [500, 500] }), null);
});

test("entries go by their indices in C order", () => {
  assert.deepEqual(indices(5, [2, 3]), [1, 2]);
  assert.deepEqual(indices(0, []), []);
});

test("memory as people say it", () => {
  assert.deepEqual([memory(409600 ** 2), memory(1600), memory(40 * 40 * 1000), memory(3)], ["1.3 TB", "13 KB", "13 MB", "24 bytes"]);
});

test("the numbers of a Jacobian are fetched only where the picture needs them", () => {
  assert.equal(missingJacobian(opened("vectorised", "n2")), null); // they are in the answer
  const state = opened("vectorised", "n2");
  const bare = (shape, kind) => ({ ...state, answer: { ...state.answer, edges: state.answer.edges.map((edge) => ({ ...edge, local: { kind, shape } })) } });
  assert.match(missingJacobian(bare([20, 400], "structured")).body.edge, /^e\d$/);
  assert.equal(missingJacobian(bare([1000, 1000], "structured")), null);
  assert.notEqual(missingJacobian(bare([1000, 1000], "diagonal")), null);
  const asked = bare([20, 400], "structured");
  const { key, place } = missingJacobian(asked);
  const there = { ...asked, jacobian: { key, place, data: { shape: [20, 400], matrix: [] } } };
  assert.equal(missingJacobian(there), null);
  assert.equal(shownJacobian(there, there.answer.edges[0]).matrix.length, 0);
});

test("arrow keys move within a field, Home and End to the ends of a row", () => {
  assert.deepEqual(movedIn([0, 0], "ArrowRight", 2, 3), [0, 1]);
  assert.deepEqual(movedIn([1, 2], "Home", 2, 3), [1, 0]);
  assert.deepEqual(movedIn([0, 0], "End", 2, 3), [0, 2]);
  assert.equal(movedIn([1, 0], "ArrowDown", 2, 3), null);
  assert.equal(movedIn([0, 0], "Enter", 2, 3), null);
});
