import assert from "node:assert/strict";
import { test } from "node:test";
import { litNode, nodeAround, nodeAt, placesOf } from "../../static/js/places.js";
import { codePointSpan } from "../../static/js/spans.js";
import { initialState } from "../../static/js/store.js";

const gate = (id, span, name = null) => ({ id, kind: "gate", span, name });
const input = (id, name, span) => ({ id, kind: "input", span, name });

/** A state in which `source` was read with these inputs `{name: spans}` and gates. */
function read(source, names, gates, patch = {}) {
  const inputs = Object.entries(names).map(([name, spans], i) => ({ name, spans, id: `i${i}` }));
  const answer = {
    expression: { source },
    inputs: Object.fromEntries(inputs.map(({ name, id }) => [name, { node: id }])),
    nodes: [...inputs.map(({ id, name, spans }) => input(id, name, spans[0])), ...gates],
    edges: [], order: { forward: gates.map(({ id }) => id), backward: [] }, output: { node: gates.at(-1).id },
  };
  return { ...initialState, source, answer, reading: { source, inputs }, step: 2 * gates.length + 1, ...patch };
}

const SUM = read("x*y + x", { x: [[0, 1], [6, 7]], y: [[2, 3]] }, [gate("n2", [0, 3]), gate("n3", [0, 7])]);
const NAMED = read("q = x+y\nf = q q2", { x: [[4, 5]], y: [[6, 7]], q2: [[14, 16]] }, [gate("q", [4, 7], "q"), gate("f", [12, 16], "f")]);
const around = (state, start, end = start) => nodeAround(state, [start, end]);

test("an input is found at every place of its name, a gate at its part", () => {
  assert.deepEqual([[0, 1], [6, 7], [2, 3], [0, 3], [0, 7]].map((span) => nodeAt(SUM, span)), ["i0", "i0", "i1", "n2", "n3"]);
  assert.equal(nodeAt(SUM, [2, 7]), null);
});

test("every place of an input's name is its place, also for the branch that it ends in", () => {
  assert.deepEqual(placesOf(SUM, "i0"), [[0, 1], [6, 7]]);
  assert.deepEqual(placesOf(SUM, "branch:i0"), [[0, 1], [6, 7]]);
  assert.deepEqual(placesOf(SUM, "n2"), [[0, 3]]);
  assert.deepEqual([placesOf(SUM, null), placesOf(SUM, "n9")], [[], []]);
});

test("the caret is in the innermost part around it", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map((caret) => around(SUM, caret)), ["i0", "i0", "i1", "i1", "n3", "n3", "i0", "i0"]);
});

test("a selection is in the part that holds all of it", () => {
  assert.equal(around(SUM, 0, 3), "n2");
  assert.equal(around(SUM, 1, 2), "n2");
  assert.equal(around(SUM, 2, 6), "n3");
});

test("outside all parts there is nothing", () => {
  const commented = read("x+y # sum", { x: [[0, 1]], y: [[2, 3]] }, [gate("n2", [0, 3])]);
  assert.equal(around(commented, 6), null);
});

test("a name stands for the gate that it was given to, where it is given and where it is used", () => {
  assert.equal(around(NAMED, 0), "q");
  assert.equal(around(NAMED, 12), "q");
  assert.equal(nodeAt(NAMED, [12, 13]), "q");
  assert.equal(around(NAMED, 14), "i2"); // q2 is another name
  assert.deepEqual(placesOf(NAMED, "q"), [[0, 1], [4, 7]]);
});

test("a name given anew stands for the last gate before it", () => {
  const twice = read("y = x+1\ny = y*2\ny+3", { x: [[4, 5]] }, [gate("a", [4, 7], "y"), gate("b", [12, 15], "y"), gate("c", [16, 19])]);
  assert.deepEqual([0, 8, 12, 16].map((caret) => around(twice, caret)), ["a", "b", "a", "b"]);
});

test("a gate in a function has its part there, and its name where it is given", () => {
  const source = "f(a) = 1/a\nh = f(x)\nh + h";
  const call = read(source, { x: [[17, 18]] }, [gate("h", [7, 10], "h"), gate("n", [20, 25])]);
  assert.deepEqual(placesOf(call, "h"), [[11, 12], [7, 10]]);
  assert.deepEqual([11, 20, 24].map((caret) => around(call, caret)), ["h", "h", "h"]);
});

test("where several gates have one place, the one whose value leaves it is looked at", () => {
  const unfolded = read("sigmoid(x)", { x: [[8, 9]] }, [gate("exp", [0, 10]), gate("reciprocal", [0, 10])]);
  assert.equal(nodeAt(unfolded, [0, 10]), "reciprocal");
  assert.equal(around(unfolded, 2), "reciprocal");
});

test("nothing is looked at in a text that has moved on, or cannot be read", () => {
  for (const state of [{ ...SUM, source: "x*y + x2" }, { ...SUM, problem: {} }, { ...SUM, answer: null }]) {
    assert.deepEqual([nodeAt(state, [0, 1]), around(state, 0), placesOf(state, "i0")], [null, null, []]);
  }
});

test("the pointer comes before the step", () => {
  const stepping = { ...SUM, step: 1, stepped: SUM.source };
  assert.equal(litNode({ ...stepping, hovered: "i0" }), "i0");
  assert.equal(litNode(stepping), "n2");
  assert.equal(litNode(SUM), null);
});

test("a selection in UTF-16 units counts in code points", () => {
  assert.deepEqual(codePointSpan("𝑎 + x", 5, 6), [4, 5]);
  assert.deepEqual(codePointSpan("가중치 x", 4, 5), [4, 5]);
});

test("a name that is given anew in each of many lines is found without going through the text for each of them", () => {
  const lines = 400;
  const line = "s = s + x\n";
  const gates = Array.from({ length: lines }, (_, i) => gate(`n${i}`, [i * line.length + 4, i * line.length + 9], "s"));
  const state = read(line.repeat(lines), {}, gates);
  const start = performance.now();
  assert.equal(around(state, state.source.length - 5), `n${lines - 2}`); // the one before is used
  assert.equal(around(state, line.length + 4), "n0");
  assert.ok(performance.now() - start < 1000);
});
