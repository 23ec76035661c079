import assert from "node:assert/strict";
import { test } from "node:test";
import { stops, walk } from "../../static/js/interact/walk.js";
import { answer } from "./fixtures.js";

const sigmoid = answer("sigmoid");
const branch = answer("branch");

test("the stops are all nodes and branches, operands before their gate", () => {
  assert.deepEqual(stops(sigmoid), ["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11", "n12"]);
  assert.deepEqual(stops(branch), ["n0", "branch:n0", "n1", "n2", "n3"]);
});

test("up and down go through them, and stop at the ends", () => {
  assert.equal(walk(sigmoid, "n9", "ArrowDown", false), "n10");
  assert.equal(walk(sigmoid, "n9", "ArrowUp", false), "n8");
  assert.equal(walk(sigmoid, "n12", "ArrowDown", false), null);
  assert.equal(walk(sigmoid, "n9", "ArrowLeft", false), null);
});

test("with Shift the arrows go along the wires", () => {
  assert.equal(walk(sigmoid, "n6", "ArrowLeft", true), "n2");
  assert.equal(walk(sigmoid, "n2", "ArrowRight", true), "n6");
  assert.equal(walk(sigmoid, "n2", "ArrowDown", true), "n5");
  assert.equal(walk(sigmoid, "n5", "ArrowUp", true), "n2");
  assert.equal(walk(branch, "n0", "ArrowRight", true), "branch:n0");
  assert.equal(walk(branch, "branch:n0", "ArrowRight", true), "n2");
  assert.equal(walk(branch, "branch:n0", "ArrowLeft", true), "n0");
  assert.equal(walk(sigmoid, "n12", "ArrowRight", true), null);
});

test("a chain of any length is walked without recursion", () => {
  const nodes = Array.from({ length: 20000 }, (_, i) => ({ id: `n${i}` }));
  const edges = nodes.slice(1).map((node, i) => ({ id: `e${i}`, source: `n${i}`, target: node.id, operand: 0 }));
  const chain = { nodes, edges, order: { forward: [], backward: [] }, output: { node: "n19999" } };
  assert.equal(stops(chain).length, 20000);
});
