import assert from "node:assert/strict";
import { test } from "node:test";
import { moved } from "../../static/js/moves.js";

/** An answer with `gates` gates in a row; enough of it to know where one stands. */
function answer(gates, source = "program", gate = "exp") {
  const ids = Array.from({ length: gates }, (_, i) => `n${i + 1}`);
  const nodes = [{ id: "n0", kind: "input", gate: null, name: "x" }, ...ids.map((id) => ({ id, kind: "gate", gate, name: null }))];
  return { expression: { source }, nodes, edges: [], output: { node: ids.at(-1) }, order: { forward: ids, backward: ids.toReversed() } };
}

/** The same text with a constant as a node of its own: every gate is one further on. */
function withConstant(other) {
  const spans = new Map(other.nodes.map((node, i) => [node.id, [i, i + 1]]));
  const further = (id) => `n${Number(id.slice(1)) + 1}`;
  other.nodes.forEach((node) => (node.span = spans.get(node.id)));
  const nodes = [{ id: "n0", kind: "constant", gate: null, name: null, span: [50, 51] }, ...other.nodes.map((node) => ({ ...node, id: further(node.id) }))];
  const order = { forward: other.order.forward.map(further), backward: other.order.backward.map(further) };
  return { ...other, nodes, order, output: { node: further(other.output.node) } };
}

const state = (patch) => ({ answer: answer(3), step: 7, selected: null, ...patch });

test("the first circuit is shown complete", () => {
  assert.equal(moved(state({ answer: null, step: null }), answer(3), null).step, 7);
});

test("an address decides the step and the open gate, within the circuit", () => {
  const asked = { step: 4, selected: "n2" };
  assert.deepEqual(moved(state({}), answer(3), asked), { step: 4, stepped: "program", selected: "n2", hovered: null });
  assert.equal(moved(state({}), answer(3), { step: 99, selected: "n9" }).step, 7);
  assert.equal(moved(state({}), answer(3), { step: null, selected: "n9" }).selected, null);
});

test("new numbers leave the reader where they are", () => {
  assert.deepEqual(moved(state({ step: 2 }), answer(3), null), { step: 2 });
});

test("a new program keeps complete what was complete, and else the step as far as there is one", () => {
  assert.equal(moved(state({ step: 7 }), answer(5, "longer"), null).step, 11);
  assert.equal(moved(state({ step: 6 }), answer(2, "shorter"), null).step, 5);
});

test("an open gate stays open while it means the same", () => {
  assert.equal(moved(state({ selected: "n1" }), answer(4, "other"), null).selected, "n1");
  assert.equal(moved(state({ selected: "n1" }), answer(4, "other", "log"), null).selected, null);
  assert.equal(moved(state({ selected: "branch:n0" }), answer(1, "other"), null).selected, "branch:n0");
});

test("when constants become nodes, the same gate stays open and the same step is shown", () => {
  const before = answer(3);
  const after = withConstant(before);
  const patch = moved(state({ answer: before, selected: "n2", step: 5 }), after, null);
  assert.deepEqual([patch.selected, patch.step], ["n3", 5]);
  assert.equal(moved(state({ answer: before, selected: "branch:n0", step: 5 }), after, null).selected, "branch:n1");
});
