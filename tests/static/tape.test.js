import assert from "node:assert/strict";
import { test } from "node:test";
import { createTape, preferredWidth, stepNear } from "../../static/js/tape.js";

const labels = ["∗", "∗", "+", "+", "∗−1", "exp", "+1", "1/x"];
const tape = createTape(labels, preferredWidth(8));

test("eight gates: seventeen stops, forward above, backward below, the turn at the right", () => {
  assert.equal(tape.stops.length, 17);
  assert.deepEqual(tape.stops.map(({ step }) => step), Array.from({ length: 17 }, (_, i) => i + 1));
  assert.deepEqual([tape.at(1).y, tape.at(17).y], [9, 49]);
  assert.equal(tape.at(1).x, tape.at(17).x);
  assert.ok(tape.at(9).x > tape.at(8).x);
  assert.equal(tape.at(6).x, tape.at(12).x);
});

test("the stop under the pointer is the one that is meant", () => {
  for (const { step, x, y } of tape.stops) assert.equal(stepNear(tape, x, y), step);
  assert.equal(stepNear(tape, -5, 9), 0);
  assert.equal(stepNear(tape, 9999, 9), 9);
});

test("few gates stand apart, and a tape is never wider than its room", () => {
  assert.equal(createTape(["@", "‖·‖²"], preferredWidth(2)).pitch, 120);
  for (const width of [300, 358, 500]) assert.ok(createTape(labels, width).width <= width);
  assert.ok(preferredWidth(8, false) < preferredWidth(8));
});

test("labels never touch one another", () => {
  const crowded = createTape(Array.from({ length: 20 }, () => "max(0,·)"), 358).labels;
  assert.ok(crowded.length > 1 && crowded.length < 20);
  for (let i = 1; i < crowded.length; i += 1) assert.ok(crowded[i].x - crowded[i - 1].x > 8 * 7.2);
});

test("over 24 gates there are no labels and one tick in ten", () => {
  const long = createTape(Array.from({ length: 100 }, () => "+"), 444);
  assert.equal(long.labels.length, 0);
  assert.deepEqual(long.stops.map(({ step }) => step).slice(0, 3), [1, 10, 20]);
  assert.ok(createTape(Array.from({ length: 10000 }, () => "+"), 444).stops.length < 60);
});

test("a program without a gate has only the turn; one gate is no trouble", () => {
  assert.deepEqual(createTape([], 200).stops.map(({ lane }) => lane), ["turn"]);
  assert.equal(stepNear(createTape([], 200), 50, 20), 1);
  assert.deepEqual(createTape(["exp"], 200).stops.map(({ step }) => step), [1, 2, 3]);
});
