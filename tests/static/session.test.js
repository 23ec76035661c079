import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeInputs, Session, TYPING_PAUSE } from "../../static/js/session.js";
import { createStore } from "../../static/js/store.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told to go on. */
function createClock() {
  const timers = new Map();
  const frames = [];
  let now = 0;
  let last = 0;
  return {
    set(act, pause) {
      timers.set((last += 1), { act, at: now + pause });
      return last;
    },
    clear: (id) => timers.delete(id),
    frame: (draw) => frames.push(draw),
    /** The next frame, once what has been asked for is there. */
    async draw() {
      await settle();
      frames.splice(0).forEach((draw) => draw());
    },
    async pass(milliseconds) {
      now += milliseconds;
      for (const [id, { act, at }] of [...timers]) {
        if (at > now || !timers.delete(id)) continue;
        act();
      }
      await settle();
    },
  };
}

const names = (source) => [...new Set(source.match(/[a-z]+/gi) ?? [])];
const reading = (source, suggest) => ({
  expression: { source, canonical: source, latex: source }, notices: [],
  inputs: names(source).map((name) => ({ name, spans: [], suggested: suggest(name) })),
});
const answer = ({ expression, inputs, layout }) => ({
  expression: { source: expression }, inputs, nodes: [{ id: "n0", gate: "exp", shape: [] }], edges: [], output: { node: "n0" },
  order: { forward: ["n0"], backward: ["n0"] }, layout: layout ? { nodes: [] } : null,
});

/** A server whose answers are held back until `release()`; `fail(result)` answers the next call instead. */
function createServer(suggest = () => 1) {
  const calls = [];
  const held = [];
  const failures = [];
  let holding = false;
  const reply = (kind, body, signal, data) => {
    calls.push([kind, body]);
    const result = () => (signal.aborted ? { kind: "aborted" } : failures.shift() ?? { kind: "answer", data });
    if (!holding) return Promise.resolve(result());
    return new Promise((resolve) => held.push(() => resolve(result())));
  };
  return {
    calls,
    kinds: () => calls.splice(0).map(([kind]) => kind),
    fail: (result) => failures.push(result),
    hold: () => (holding = true),
    async release() {
      holding = false;
      held.splice(0).forEach((go) => go());
      await settle();
    },
    parse: (body, signal) => reply("parse", body, signal, reading(body.expression, suggest)),
    evaluate: (body, signal) => reply("evaluate", body, signal, answer(body)),
  };
}

async function opened(entry = { source: "x*y", inputs: { x: 2, y: 3 } }, suggest = undefined) {
  const [clock, server, store] = [createClock(), createServer(suggest), createStore({})];
  const session = new Session(store, server, clock);
  session.open(entry);
  await clock.pass(0);
  return { clock, server, store, session };
}

test("opening a program reads it, then evaluates it with its inputs", async () => {
  const { server, store } = await opened();
  assert.deepEqual(server.calls.map(([kind, body]) => [kind, body.inputs]), [["parse", { x: 2, y: 3 }], ["evaluate", { x: 2, y: 3 }]]);
  assert.equal(server.calls[1][1].layout, true);
  assert.deepEqual([store.get().answer.expression.source, store.get().step, store.get().stale], ["x*y", 3, false]);
});

test("typing waits for a pause, and only the last text is read", async () => {
  const { clock, server, store } = await opened();
  server.kinds();
  store.set({ source: "x*" });
  await clock.pass(TYPING_PAUSE - 1);
  store.set({ source: "x*z" });
  await clock.pass(TYPING_PAUSE - 1);
  assert.deepEqual(server.kinds(), []);
  await clock.pass(1);
  assert.equal(store.get().answer.expression.source, "x*z");
  assert.deepEqual(store.get().inputs, { x: 2, z: 1 });
});

test("new text breaks off what runs; its late answer is not shown", async () => {
  const { clock, server, store } = await opened();
  server.hold();
  store.set({ source: "a" });
  await clock.pass(TYPING_PAUSE);
  store.set({ source: "b" });
  await server.release();
  assert.equal(store.get().answer.expression.source, "x*y");
  await clock.pass(TYPING_PAUSE);
  assert.equal(store.get().answer.expression.source, "b");
});

test("while one evaluation runs, only the newest inputs wait", async () => {
  const { clock, server, store, session } = await opened();
  server.kinds();
  server.hold();
  for (const x of [4, 5, 6, 7]) session.give("x", x);
  await server.release();
  await clock.draw();
  assert.deepEqual(server.calls.map(([, body]) => body.inputs.x), [4, 7]);
  assert.equal(store.get().answer.inputs.x, 7);
});

test("a value stays with its name while the name is gone", async () => {
  const { clock, store, session } = await opened();
  session.give("y", 8);
  store.set({ source: "x" });
  await clock.pass(TYPING_PAUSE);
  assert.deepEqual(store.get().inputs, { x: 2 });
  store.set({ source: "x+y" });
  await clock.pass(TYPING_PAUSE);
  assert.deepEqual(store.get().inputs, { x: 2, y: 8 });
});

test("a problem leaves the last circuit standing, stale", async () => {
  const { clock, server, store } = await opened();
  server.fail({ kind: "problem", problem: { code: "syntax_error", span: [2, 2], hint: null } });
  store.set({ source: "x*" });
  await clock.pass(TYPING_PAUSE);
  const { problem, stale, answer: kept } = store.get();
  assert.deepEqual([problem.code, stale, kept.expression.source], ["syntax_error", true, "x*y"]);
});

test("an empty box asks nobody", async () => {
  const { clock, server, store } = await opened();
  server.kinds();
  store.set({ source: " \n" });
  await clock.pass(TYPING_PAUSE);
  assert.deepEqual([server.kinds(), store.get().problem.code], [[], "empty"]);
});

test("a busy server is asked again after the seconds it names", async () => {
  const { clock, server, store } = await opened();
  server.fail({ kind: "busy", seconds: 2 });
  store.set({ source: "x" });
  await clock.pass(TYPING_PAUSE);
  assert.deepEqual(store.get().connection, { kind: "busy", seconds: 2 });
  await clock.pass(1999);
  assert.equal(store.get().answer.expression.source, "x*y");
  await clock.pass(1);
  assert.deepEqual([store.get().answer.expression.source, store.get().connection], ["x", null]);
});

test("after a time without connection, new numbers are tried at once", async () => {
  const { clock, server, store, session } = await opened();
  server.fail({ kind: "offline" });
  session.give("x", 5);
  await settle();
  assert.equal(store.get().connection.kind, "offline");
  session.retry();
  await clock.draw();
  assert.deepEqual([store.get().answer.inputs.x, store.get().connection], [5, null]);
});

test("numbers left over from another program give way where arrays are needed, and come back", async () => {
  const { clock, server, store, session } = await opened(undefined, (name) => (name === "W" ? [[1]] : [1]));
  session.give("x", 5);
  await settle();
  server.kinds();
  server.fail({ kind: "problem", problem: { code: "shape_mismatch", span: null, hint: null } });
  store.set({ source: "W@x" });
  await clock.pass(TYPING_PAUSE);
  assert.deepEqual([store.get().problem, store.get().inputs], [null, { W: [[1]], x: [1] }]);
  store.set({ source: "x*y" });
  await clock.pass(TYPING_PAUSE);
  assert.equal(store.get().inputs.x, 5);
});

test("after 400 ms without an answer the page says that it works", async () => {
  const { clock, server, store, session } = await opened();
  server.hold();
  session.give("x", 1);
  await clock.pass(399);
  assert.equal(store.get().busy, false);
  await clock.pass(1);
  assert.equal(store.get().busy, true);
  await server.release();
  assert.equal(store.get().busy, false);
});

test("another language brings the messages again", async () => {
  const { clock, server, store } = await opened();
  server.kinds();
  store.set({ language: "ko" });
  await clock.pass(0);
  assert.deepEqual(server.kinds(), ["parse", "evaluate"]);
});

test("merging: what was sent is kept, what was remembered is kept when its shape fits", () => {
  const given = new Map([["x", 2], ["W", [[1, 2]]], ["b", 3]]);
  const suggestion = { inputs: [{ name: "x", suggested: [1] }, { name: "W", suggested: [[0, 0]] }, { name: "b", suggested: [1] }, { name: "c", suggested: 4 }] };
  assert.deepEqual(mergeInputs(suggestion, given, { x: 2 }), { x: 2, W: [[1, 2]], b: [1], c: 4 });
});

test("while only numbers change the layout is not sent again, but drawn", async () => {
  const { clock, store, server, session } = await opened();
  server.calls.splice(0);
  const { layout } = store.get().answer;
  session.give("x", 5);
  await clock.draw();
  assert.equal(server.calls[0][1].layout, false);
  assert.equal(store.get().answer.layout, layout);
  session.give("x", [1, 2]);
  await settle();
  assert.equal(server.calls[1][1].layout, true);
});

test("new numbers are drawn once in a frame, the newest of them, and the next are asked for before that", async () => {
  const { clock, server, store, session } = await opened();
  server.kinds();
  const drawn = [];
  store.subscribe((now, before) => now.answer !== before.answer && drawn.push(now.answer.inputs.x));
  for (const x of [4, 5, 6]) {
    session.give("x", x);
    await settle();
  }
  assert.deepEqual([server.kinds().length, drawn], [3, []]);
  await clock.draw();
  assert.deepEqual(drawn, [6]);
});

test("numbers that wait for their frame are not drawn when other text has been typed", async () => {
  const { clock, store, session } = await opened();
  session.give("x", 4);
  await settle();
  store.set({ source: "x" });
  await clock.draw();
  assert.equal(store.get().answer.inputs.x, 2);
});
