import assert from "node:assert/strict";
import { test } from "node:test";
import { createScene } from "../../static/js/scene.js";
import { answer, stateOf, stepping } from "./fixtures.js";

const scene = (...state) => createScene(stateOf(...state));
const at = (...state) => createScene(stepping(...state));
const byId = (items, id) => items.find((item) => item.id === id);
const count = (items, matches) => items.filter(matches).length;

test("the finished sigmoid circuit has all its gates, names, wires and numbers", () => {
  const { gates, names, wires, numbers, matrices } = scene("sigmoid");
  assert.equal(gates.length, 8);
  assert.equal(names.length, 5);
  assert.equal(wires.length, 13);
  assert.equal(count(numbers, ({ role }) => role === "value"), 13);
  assert.equal(count(numbers, ({ place }) => place), 0);
  assert.equal(matrices.length, 0);
  assert.ok(gates.every(({ state }) => state === "backward"));
});

test("value above, gradient below the wire, in the lecture's rounding", () => {
  const { numbers } = scene("sigmoid");
  const place = answer("sigmoid").layout.nodes.find(({ id }) => id === "n12");
  assert.deepEqual([byId(numbers, "n12-value").text, byId(numbers, "n12-gradient").text], ["0.73", "1.00"]);
  assert.equal(byId(numbers, "n12-value").y, place.y - 7);
  assert.equal(byId(numbers, "n12-gradient").y, place.y + 17);
});

test("before the first step only the inputs' values are shown; dots hold the other places", () => {
  const { numbers, gates, wires } = at("sigmoid", 0);
  assert.equal(count(numbers, ({ text }) => text !== undefined), 5);
  assert.equal(count(numbers, ({ place }) => place), 21);
  assert.ok(gates.every(({ state }) => state === "pending"));
  assert.equal(count(wires, ({ state }) => state === "idle"), 8);
});

test("a gradient is not shown before its step, and never as 0", () => {
  const { numbers } = at("sigmoid", 12);
  assert.equal(byId(numbers, "n9-gradient").text, "−0.20");
  assert.ok(byId(numbers, "n9-gradient").fresh);
  assert.ok(byId(numbers, "n8-gradient").place);
  assert.equal(byId(numbers, "n8-gradient").text, undefined);
});

test("the current gate and the wires into it are lit, and no other", () => {
  const { gates, wires } = at("sigmoid", 12);
  assert.deepEqual(gates.filter(({ state }) => state === "current").map(({ id }) => id), ["n10"]);
  assert.deepEqual(wires.filter(({ state }) => state === "current").map(({ id }) => id), ["e9"]);
});

test("at the turn the free end of the output is lit", () => {
  const { wires } = at("sigmoid", 9);
  assert.deepEqual(wires.filter(({ state }) => state === "current").map(({ id }) => id), ["n12-wire"]);
});

test("ids stay the same from step to step", () => {
  const ids = (step) => ["wires", "gates", "names"].flatMap((layer) => at("sigmoid", step)[layer].map(({ id }) => id));
  for (const step of [1, 9, 17]) assert.deepEqual(ids(step), ids(0));
});

test("a branch shows its value once, each wire's own gradient, and the sum with its terms while it is looked at", () => {
  const { branches, numbers, sums } = scene("branch", { hovered: "branch:n0" });
  assert.deepEqual(branches.map(({ id }) => id), ["branch:n0"]);
  assert.deepEqual(numbers.filter(({ id }) => /^e\d/.test(id)).map(({ text }) => text), ["−4.00", "1.00"]);
  assert.equal(byId(numbers, "n0-gradient").text, "−3.00");
  assert.deepEqual(sums.map(({ text }) => text), ["= −4.00 + 1.00"]);
  assert.equal(scene("branch").sums.length, 0);
});

test("one wire of a branch comes back before the other, and the sum waits for both", () => {
  const { numbers, sums } = at("branch", 4);
  assert.deepEqual(numbers.filter(({ id }) => /^e\d/.test(id)).map(({ text }) => text), [undefined, "1.00"]);
  assert.ok(byId(numbers, "n0-gradient").place);
  assert.equal(sums.length, 0);
  assert.equal(at("branch", 5).sums.length, 1);
});

test("a router's losing wire is dashed after its backward step", () => {
  const lost = (step) => at("patterns", step).wires.filter((wire) => wire.lost).map(({ id }) => id);
  assert.deepEqual(lost(7), []);
  assert.deepEqual(lost(8).length, 1);
});

test("a pattern is named under the gate that is looked at", () => {
  assert.deepEqual(scene("patterns").gates.map(({ pattern }) => pattern).filter(Boolean), []);
  const { gates } = scene("patterns", { selected: "n5" });
  assert.equal(byId(gates, "n5").pattern, "router");
});

test("small arrays are printed in brackets, with their shape beside them; wires of arrays are double", () => {
  const { matrices, numbers, wires, names } = scene("vectorised", { digits: 3 });
  assert.deepEqual(byId(matrices, "n0-value").cells.map(({ text }) => text), ["0.1", "0.5", "−0.3", "0.8"]);
  assert.deepEqual(byId(matrices, "n0-gradient").cells.map(({ text }) => text), ["0.088", "0.176", "0.104", "0.208"]);
  assert.equal(byId(numbers, "n0-shape").text, "2×2");
  assert.deepEqual(wires.filter(({ array }) => array).length, 3);
  assert.equal(byId(names, "n2-name").kind, "intermediate");
});

test("matrices stand above and below their wire, and the cells lie within their brackets", () => {
  for (const matrix of scene("vectorised").matrices) {
    const side = matrix.role === "value" ? (y) => y < matrix.wire : (y) => y > matrix.wire;
    assert.ok(matrix.cells.every(({ x, y }) => side(y) && Math.abs(x - matrix.x) < matrix.width / 2));
  }
});

test("larger arrays show their shape, never sample numbers", () => {
  const { numbers, matrices } = scene("network");
  assert.ok(numbers.some(({ text }) => text === "4×5"));
  assert.ok(matrices.every(({ cells }) => cells.length <= 9));
});

test("the first number that is not finite carries the mark, and all of them the alert", () => {
  const { gates, numbers } = scene("infinite");
  assert.deepEqual(gates.filter(({ nonfinite }) => nonfinite).map(({ id }) => id), ["n1"]);
  assert.deepEqual(numbers.filter(({ tone }) => tone === "alert").map(({ text }) => text), ["−∞", "−∞", "∞"]);
  assert.ok(!byId(at("infinite", 0).gates, "n1").nonfinite);
});

test("a gradient of null is said to be none", () => {
  const state = stateOf("sigmoid");
  state.answer.nodes[0].gradient = null;
  assert.deepEqual(byId(createScene(state).numbers, "n0-gradient").tone, "none");
});

test("a named output stands at the end of its wire", () => {
  const [name] = scene("named").names.filter(({ kind }) => kind === "output");
  assert.equal(name.parts.base, "f");
  assert.ok(name.x > answer("named").layout.nodes.at(-1).stub[1]);
});

test("hovered and selected are marked on exactly one drawable", () => {
  const { gates, names } = scene("sigmoid", { hovered: "n10", selected: "n0" });
  assert.deepEqual(gates.filter(({ hovered }) => hovered).map(({ id }) => id), ["n10"]);
  assert.deepEqual([...gates, ...names].filter(({ selected }) => selected).map(({ id }) => id), ["n0"]);
});
