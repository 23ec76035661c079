import assert from "node:assert/strict";
import { test } from "node:test";
import {
  currentGate, edgeGradientStep, gradientStep, isAtRest, isBranch, moveTo, rest, stepAt, timeline, valueStep,
} from "../../static/js/steps.js";
import { answer, stateOf, stepping } from "./fixtures.js";

const sigmoid = timeline(answer("sigmoid"));
const branch = timeline(answer("branch"));

test("eight gates take seventeen steps, with the turn in the middle", () => {
  assert.deepEqual([sigmoid.count, sigmoid.turn, sigmoid.last], [8, 9, 17]);
});

test("values appear forward, gradients backward", () => {
  assert.equal(valueStep(sigmoid, "n0"), 0);
  assert.equal(valueStep(sigmoid, "n12"), 8);
  assert.equal(gradientStep(sigmoid, "n12"), 9);
  assert.equal(gradientStep(sigmoid, "n11"), 10);
  assert.equal(gradientStep(sigmoid, "n0"), 17);
});

test("a branch is complete when its last wire has come back, each wire with its own gate", () => {
  const steps = branch.outgoing.get("n0").map((edge) => edgeGradientStep(branch, edge));
  assert.deepEqual(steps.sort(), [4, 5]);
  assert.equal(gradientStep(branch, "n0"), 5);
  assert.ok(isBranch(branch, "n0") && !isBranch(branch, "n1"));
});

test("what happens at each step", () => {
  assert.equal(stepAt(sigmoid, 0).phase, "start");
  assert.deepEqual(stepAt(sigmoid, 1), { phase: "forward", k: 1, count: 8, gate: "n2" });
  assert.equal(stepAt(sigmoid, 9).phase, "turn");
  assert.deepEqual(stepAt(sigmoid, 12), { phase: "backward", k: 3, count: 8, gate: "n10" });
});

test("a circuit that nobody stepped through is at rest, with no current gate", () => {
  assert.ok(isAtRest(stateOf("sigmoid")));
  assert.equal(currentGate(stateOf("sigmoid")), null);
  assert.equal(currentGate(stepping("sigmoid", 17)), "n2");
  assert.equal(currentGate(stepping("sigmoid", 12)), "n10");
  assert.equal(currentGate({ answer: null }), null);
});

test("moving stays within the tape and says that it was moved; the end is rest", () => {
  const state = stateOf("sigmoid");
  assert.equal(moveTo(state, 99).step, 17);
  assert.equal(moveTo(state, -3).step, 0);
  assert.ok(!isAtRest({ ...state, ...moveTo(state, 17) }));
  assert.ok(isAtRest({ ...state, ...rest(state) }));
});

test("a step takes the eye from what the pointer rests on", () => {
  const state = { ...stateOf("sigmoid"), hovered: "n10" };
  assert.equal({ ...state, ...moveTo(state, 11) }.hovered, null);
});
