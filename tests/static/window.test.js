import assert from "node:assert/strict";
import { test } from "node:test";
import { inView, nodeAt, pathExtent } from "../../static/js/scene/window.js";
import { createScene } from "../../static/js/scene.js";
import { answer, stateOf } from "./fixtures.js";

const { layout } = answer("sigmoid");
const ids = ({ nodes }) => nodes.map(({ id }) => id);

test("a path reaches from its least to its greatest corner or handle", () => {
  assert.deepEqual(pathExtent("M0,39.88H52C87,39.88 87,57.88 122,57.88"), { left: 0, top: 39.88, right: 122, bottom: 57.88 });
  assert.deepEqual(pathExtent("M10,-5V20H-3"), { left: -3, top: -5, right: 10, bottom: 20 });
});

test("a window as large as the circuit shows all of it", () => {
  const whole = inView(layout, layout);
  assert.equal(whole.nodes.length, layout.nodes.length);
  assert.equal(whole.edges.length, layout.edges.length);
});

test("a window shows what reaches into it, and no more", () => {
  const [first] = layout.nodes;
  const seen = inView(layout, { x: first.x - 5, y: first.y - 5, width: 10, height: 10 });
  assert.ok(ids(seen).includes(first.id));
  assert.ok(seen.nodes.length < layout.nodes.length / 2);
  const nothing = inView(layout, { x: layout.x - 5000, y: layout.y, width: 100, height: 100 });
  assert.deepEqual([nothing.nodes, nothing.edges], [[], []]);
  assert.equal(nothing.width, layout.width);
});

test("a wire that crosses the window is there although neither of its ends is", () => {
  const [low, high] = [0, 1000];
  const long = { ...layout, nodes: [], edges: [{ id: "e0", path: `M${low},0H${high}` }] };
  assert.equal(inView(long, { x: 480, y: -10, width: 20, height: 20 }).edges.length, 1);
});

test("a scene of a part has just that part, in the same places", () => {
  const state = stateOf("sigmoid");
  const part = inView(layout, { x: layout.x, y: layout.y, width: 200, height: layout.height });
  const [some, all] = [createScene(state, part), createScene(state)];
  assert.ok(some.gates.length < all.gates.length);
  for (const gate of some.gates) assert.deepEqual(gate, all.gates.find(({ id }) => id === gate.id));
});

test("what lies under a point, or near it", () => {
  const gate = layout.nodes.at(-1);
  assert.equal(nodeAt(layout, { x: gate.x, y: gate.y }), gate.id);
  assert.equal(nodeAt(layout, { x: gate.x, y: gate.y - gate.height / 2 - 8 }), gate.id);
  assert.equal(nodeAt(layout, { x: gate.x, y: gate.y - gate.height / 2 - 40 }), null);
});
