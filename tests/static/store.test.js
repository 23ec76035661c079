import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../static/js/store.js";

test("a patch is merged and told once, with the state before", () => {
  const store = createStore({ source: "x" });
  const seen = [];
  store.subscribe((now, before) => seen.push([before.step, now.step, now.source]));
  store.set({ step: 3, playing: true });
  assert.deepEqual(seen, [[null, 3, "x"]]);
});

test("a patch that changes nothing tells nobody", () => {
  const store = createStore({ step: 1 });
  store.subscribe(() => assert.fail("nothing changed"));
  store.set({ step: 1 });
});

test("a subscriber that sets is heard after the present round, in order, by everyone", () => {
  const store = createStore({ step: 0 });
  const seen = [];
  store.subscribe((now) => now.step === 1 && store.set({ step: 2 }));
  store.subscribe((now) => seen.push(now.step));
  store.set({ step: 1 });
  assert.deepEqual(seen, [1, 2]);
  assert.equal(store.get().step, 2);
});

test("whoever has left is told no more", () => {
  const store = createStore({});
  let count = 0;
  const leave = store.subscribe(() => (count += 1));
  store.set({ step: 1 });
  leave();
  store.set({ step: 2 });
  assert.equal(count, 1);
});
