import assert from "node:assert/strict";
import { test } from "node:test";
import {
  entryAt, isGrid, nudged, parseNumber, parseShape, parseValue, reach, sameShape, scrubbed, shapeOf, withEntry,
} from "../../static/js/values.js";

test("shapes of numbers, vectors, matrices and random arrays", () => {
  assert.deepEqual(shapeOf(3), []);
  assert.deepEqual(shapeOf([1, 2, 3]), [3]);
  assert.deepEqual(shapeOf([[1, 2], [3, 4], [5, 6]]), [3, 2]);
  assert.deepEqual(shapeOf({ random: "normal", shape: [10, 3072], seed: 0 }), [10, 3072]);
  assert.ok(sameShape([1, 2], { random: "uniform", shape: [2] }));
  assert.ok(!sameShape(1, [1]));
});

test("a grid is small, has one or two axes and holds its numbers", () => {
  assert.ok(isGrid([[1, 2], [3, 4]]));
  assert.ok(isGrid([1, 2, 3, 4, 5, 6, 7, 8]));
  assert.ok(!isGrid([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  assert.ok(!isGrid(1));
  assert.ok(!isGrid([[[1]]]));
  assert.ok(!isGrid({ random: "normal", shape: [2, 2], seed: 0 }));
});

test("changing an entry leaves the old value as it was", () => {
  const matrix = [[1, 2], [3, 4]];
  assert.deepEqual(withEntry(matrix, [1, 0], 9), [[1, 2], [9, 4]]);
  assert.deepEqual(matrix, [[1, 2], [3, 4]]);
  assert.equal(entryAt(matrix, [0, 1]), 2);
});

test("numbers as people type them", () => {
  assert.equal(parseNumber(" −0.5 "), -0.5);
  assert.equal(parseNumber("1e-3"), 0.001);
  assert.equal(parseNumber("12\u2009346"), 12346);
  assert.equal(parseNumber(".5"), 0.5);
  for (const text of ["", "-", "1e999", "x", "1,5", "0x10", "Infinity"]) assert.equal(parseNumber(text), null, text);
});

test("arrays as JSON, as NumPy writes and prints them, and as tables", () => {
  const expected = [[0.1, 0.5], [-0.3, 0.8]];
  for (const text of [
    "[[0.1, 0.5], [-0.3, 0.8]]",
    "np.array([[0.1, 0.5], [-0.3, 0.8]])",
    "array([[ 0.1,  0.5],\n       [-0.3,  0.8]])",
    "[[ 0.1  0.5]\n [-0.3  0.8]]",
    "[[.1 .5] [−.3 .8]]",
    "0.1\t0.5\n-0.3\t0.8\n",
    "0.1, 0.5\n-0.3, 0.8",
    "0.1 0.5; -0.3 0.8",
  ]) assert.deepEqual(parseValue(text), expected, text);
  assert.deepEqual(parseValue("[1. 2. 3.]"), [1, 2, 3]);
  assert.deepEqual(parseValue("[1.e+02 -2.5e-01]"), [100, -0.25]);
  assert.deepEqual(parseValue("1\n2\n3"), [1, 2, 3]);
  assert.equal(parseValue("7"), 7);
});

test("ragged, empty and unreadable arrays are refused", () => {
  for (const text of ["[[1, 2], [3]]", "[]", "[[]]", "1 2\n3", "hello", "[1, \"2\"]", "[null]", "[1, [2]]"]) {
    assert.equal(parseValue(text), null, text);
  }
});

test("shapes as they are printed and as Python writes them", () => {
  assert.deepEqual(parseShape("10×3072"), [10, 3072]);
  assert.deepEqual(parseShape("(3,)"), [3]);
  assert.deepEqual(parseShape("4 x 3"), [4, 3]);
  for (const text of ["", "0", "-1", "2.5", "a"]) assert.equal(parseShape(text), null, text);
});

test("dragging moves 0.01 a pixel, Shift ten times, Alt a tenth, without binary noise", () => {
  assert.equal(scrubbed(2, 7, {}), 2.07);
  assert.equal(scrubbed(2, -3, { shiftKey: true }), 1.7);
  assert.equal(scrubbed(0, 3, { altKey: true }), 0.003);
});

test("arrows move 0.1, and whole numbers by 1", () => {
  assert.equal(nudged(0.2, 1, {}), 0.3);
  assert.equal(nudged(0, -1, { shiftKey: true }), -1);
  assert.equal(nudged(0, 1, { altKey: true }), 0.01);
  assert.equal(nudged(2, 1, {}, true), 3);
});

test("a slider reaches 5 to both sides, or twice the value", () => {
  assert.equal(reach(2), 5);
  assert.equal(reach(-7), 14);
});
