import assert from "node:assert/strict";
import { test } from "node:test";
import { Loop } from "../../static/js/loop.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that keeps what is to happen later. */
function createClock() {
  const timers = new Map();
  let last = 0;
  return {
    timers,
    set(act, pause) {
      timers.set((last += 1), { act, pause });
      return last;
    },
    clear: (id) => timers.delete(id),
  };
}

/** A loop whose job wants itself again as often as told; `finish()` ends the piece that is at work. */
function createWork(times) {
  const [clock, heard] = [createClock(), []];
  let left = times;
  let end = null;
  const job = () => {
    left -= 1;
    if (left > 0) loop.want("job");
    return new Promise((resolve) => (end = () => resolve(0)));
  };
  const loop = new Loop({ job }, (isSlow) => heard.push(isSlow), clock);
  loop.want("job");
  return { clock, heard, left: () => left, finish: () => (end(), settle()) };
}

test("many quick pieces of work, one after the other, are not slow", async () => {
  const work = createWork(4);
  const waiting = new Set();
  for (let i = 0; i < 4; i += 1) {
    for (const [id, { pause }] of work.clock.timers) if (pause) waiting.add(id);
    await work.finish();
  }
  assert.deepEqual([waiting.size, work.left(), work.clock.timers.size, work.heard.includes(true)], [4, 0, 0, false]);
});

test("a piece that takes long is slow until it is done", async () => {
  const work = createWork(2);
  for (const { act } of work.clock.timers.values()) act();
  assert.deepEqual(work.heard, [true]);
  await work.finish();
  assert.equal(work.heard.at(-1), false);
});
