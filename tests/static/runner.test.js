import assert from "node:assert/strict";
import { test } from "node:test";
import { Runner } from "../../static/js/panels/descent/runner.js";
import { createStore } from "../../static/js/store.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The answer to f = a w², with `summary` in the place of large arrays. */
function answerTo({ inputs: { w, a } }) {
  return {
    expression: { source: "a w^2" },
    inputs: { w: { node: "n0", shape: [], value: w, gradient: 2 * a * w }, a: { node: "n1", shape: [], value: a, gradient: w * w } },
    output: { node: "n2", shape: [], value: Number.isFinite(a * w * w) ? a * w * w : "Infinity" },
  };
}

/** A runner with a server that answers only when told to. */
function open(inputs = { w: 1, a: 1 }, patch = {}) {
  const first = { source: "a w^2", inputs, answered: inputs };
  const store = createStore({ ...first, answer: answerTo(first), rate: 0.25, ...patch });
  const asked = [];
  const session = { giveAll: (next) => (asked.push(next), store.set({ inputs: next })) };
  const reply = async () => {
    const state = store.get();
    store.set({ answer: answerTo(state), answered: state.inputs });
    await settle();
  };
  const api = { calls: [], evaluate: (request) => (api.calls.push(request), Promise.resolve(api.result)) };
  return { store, asked, reply, api, runner: new Runner(store, session, api), losses: () => store.get().descent.points.map(({ loss }) => loss) };
}

test("each step waits for the answer to the one before", async () => {
  const { runner, asked, reply, losses, store } = open();
  runner.run(3);
  await settle();
  assert.deepEqual(asked, [{ w: 0.5, a: 1 }]);
  assert.equal(store.get().descent.last, null); // what is shown of a step is shown with its loss
  runner.run(1); // presses in between are not queued
  await settle();
  assert.equal(asked.length, 1);
  for (let i = 0; i < 4; i += 1) await reply();
  assert.deepEqual(losses(), [1, 0.25, 0.0625, 0.015625]);
  assert.deepEqual(store.get().descent.last, { rate: 0.25, changes: [{ name: "w", shape: [], before: 0.25, gradient: 0.5, after: 0.125 }] });
});

test("undo and back to the start bring the very inputs back", async () => {
  const { runner, reply, store, losses } = open();
  const start = store.get().inputs;
  runner.run(2);
  await settle();
  await reply();
  await reply();
  runner.undo();
  assert.equal(store.get().inputs.w, 0.5);
  await reply();
  assert.deepEqual(losses(), [1, 0.25]);
  runner.restart();
  await reply();
  assert.equal(store.get().inputs, start);
  assert.deepEqual(losses(), [1]);
});

test("undo while a step is on its way takes that one back", async () => {
  const { runner, reply, store, losses } = open();
  runner.run(1);
  await settle();
  runner.undo();
  await reply();
  assert.equal(store.get().inputs.w, 1);
  assert.deepEqual(losses(), [1]);
});

test("a change by hand ends the descent, and the next step starts anew", async () => {
  const { runner, reply, store, asked, losses } = open();
  runner.run(5);
  await settle();
  await reply();
  store.set({ inputs: { w: 8, a: 1 } });
  await reply();
  assert.equal(store.get().descent, null);
  assert.equal(asked.length, 2);
  runner.run(1);
  await settle();
  await reply();
  assert.deepEqual(losses(), [64, 16]);
});

test("an answer to older inputs is not taken for the step's", async () => {
  const { runner, store, reply, losses } = open();
  runner.run(1);
  await settle();
  store.set({ answer: answerTo({ inputs: { w: 1, a: 1 } }), answered: {} });
  assert.deepEqual(losses(), [1]);
  await reply();
  assert.deepEqual(losses(), [1, 0.25]);
});

test("pause lets the step on its way arrive, and takes no other", async () => {
  const { runner, reply, asked, losses } = open();
  runner.run(100);
  await settle();
  await reply();
  runner.pause();
  await reply();
  await reply();
  assert.deepEqual([asked.length, losses().length], [2, 3]);
});

test("a loss that is no number any more stops the run, and can be undone", async () => {
  const { runner, reply, store, asked } = open({ w: 1e154, a: 1 }, { rate: 1e10 });
  runner.run(10);
  await settle();
  await reply();
  await reply();
  const { descent } = store.get();
  assert.deepEqual([descent.ended, descent.left, descent.points.length, asked.length], ["nonfinite", 0, 2, 1]);
  runner.undo();
  assert.equal(store.get().inputs.w, 1e154);
  assert.equal(store.get().descent.ended, null);
});

test("a parameter that would become infinite is never sent", async () => {
  const { runner, store, asked } = open({ w: 1e10, a: 1 }, { rate: 1e300 });
  runner.run(1);
  await settle();
  assert.deepEqual([store.get().descent.ended, asked.length], ["nonfinite", 0]);
});

test("another program, another output's gradient and an error end the run", async () => {
  for (const change of [{ source: "w" }, { upstream: 2 }]) {
    const { runner, store } = open();
    runner.run(5);
    await settle();
    store.set(change);
    assert.equal(store.get().descent, null);
  }
  const { runner, store } = open();
  runner.run(5);
  await settle();
  store.set({ problem: { code: "busy" } });
  assert.equal(store.get().descent.left, 0);
});

/** A state in which the answer sums the parameter up. */
function large() {
  const summary = { summary: true, shape: [300], norm: 1 };
  const opened = open({ w: { random: "normal", shape: [300], seed: 0 } });
  const { store } = opened;
  const answer = { ...store.get().answer, inputs: { w: { node: "n0", shape: [300], value: summary, gradient: summary } } };
  store.set({ answer });
  return { ...opened, answer };
}

test("large arrays are asked for in full, and random ones become numbers", async () => {
  const { runner, store, api, answer } = large();
  const w = { node: "n0", shape: [300], value: Array(300).fill(1), gradient: Array(300).fill(2) };
  api.result = { kind: "answer", data: { ...answer, inputs: { w } } };
  runner.run(1);
  await settle();
  assert.deepEqual([api.calls[0].values, api.calls[0].layout], ["full", false]);
  assert.deepEqual(store.get().inputs.w, Array(300).fill(0.5));
});

test("large arrays that come too late are dropped; without an answer the run ends", async () => {
  const late = large();
  late.api.result = { kind: "answer", data: late.answer };
  late.runner.run(1);
  late.store.set({ inputs: { w: { random: "normal", shape: [300], seed: 1 } } });
  await settle();
  assert.deepEqual([late.asked.length, late.store.get().descent], [0, null]);
  const failing = large();
  failing.api.result = { kind: "busy", seconds: 2 };
  failing.runner.run(1);
  await settle();
  assert.equal(failing.store.get().descent.ended, "failed");
});
