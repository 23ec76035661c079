import assert from "node:assert/strict";
import { test } from "node:test";
import { createAsking } from "../../static/js/asking.js";
import { createStore } from "../../static/js/store.js";

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A store in which `wanted` names the picture to have, and the requests that were made for it, still unanswered. */
function asking() {
  const store = createStore({ picture: null, wanted: null });
  const sent = [];
  const missing = ({ picture, wanted }) => (wanted && picture?.key !== wanted ? { key: wanted, place: "here", body: wanted } : null);
  createAsking(store, "picture", missing, (body) => new Promise((resolve) => sent.push({ body, resolve })));
  return { store, sent };
}

test("what is missing is asked for and kept under its key", async () => {
  const { store, sent } = asking();
  assert.deepEqual(sent, []);
  store.set({ wanted: "a" });
  await settled();
  sent[0].resolve({ kind: "answer", data: 1 });
  await settled();
  assert.deepEqual(store.get().picture, { key: "a", place: "here", data: 1 });
  assert.equal(sent.length, 1);
});

test("while a request runs others wait, and only the newest is sent", async () => {
  const { store, sent } = asking();
  for (const wanted of ["a", "b", "c"]) {
    store.set({ wanted });
    await settled();
  }
  assert.deepEqual(sent.map(({ body }) => body), ["a"]);
  sent[0].resolve({ kind: "answer", data: 1 });
  await settled();
  assert.deepEqual(sent.map(({ body }) => body), ["a", "c"]);
  sent[1].resolve({ kind: "answer", data: 3 });
  await settled();
  assert.deepEqual(store.get().picture, { key: "c", place: "here", data: 3 });
});

test("what the server refuses is not asked again; while it is busy it is", async () => {
  const { store, sent } = asking();
  store.set({ wanted: "a" });
  await settled();
  sent[0].resolve({ kind: "busy", seconds: 0.001 });
  await settled();
  assert.equal(sent.length, 2);
  sent[1].resolve({ kind: "problem", problem: { code: "bad_option" } });
  await settled();
  assert.deepEqual(store.get().picture, { key: "a", place: "here", data: null });
  store.set({ step: 3 });
  await settled();
  assert.equal(sent.length, 2);
});

test("nothing is asked while the circuit is that of another program", async () => {
  const { store, sent } = asking();
  store.set({ stale: true, wanted: "a" });
  await settled();
  assert.equal(sent.length, 0);
});
