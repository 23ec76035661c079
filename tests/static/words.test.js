import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../../static/js/figure/words.js";
import { stateOf } from "./fixtures.js";

/** The texts by their keys with their values, and how often one was asked for. */
function counting() {
  const asked = [];
  const t = (key, values = {}) => {
    asked.push(key);
    return [key, ...Object.values(values)].join(" ");
  };
  return { t, asked };
}

const ids = (state) => state.answer.order.forward;

test("what has not changed is not worded again", () => {
  const [state, texts] = [stateOf("sigmoid"), counting()];
  const first = ids(state).map((id) => wordsOf(state, texts).gate(id));
  texts.asked.length = 0;
  assert.deepEqual(ids(state).map((id) => wordsOf(state, texts).gate(id)), first);
  assert.deepEqual(texts.asked, []);
});

test("another number, step or language is worded anew", () => {
  const [state, texts] = [stateOf("sigmoid"), counting()];
  const [id] = ids(state);
  wordsOf(state, texts).gate(id);
  const nodes = state.answer.nodes.map((node) => (node.id === id ? { ...node, value: 12 } : node));
  assert.match(wordsOf({ ...state, answer: { ...state.answer, nodes } }, texts).gate(id), /12\.00/);
  for (const change of [{ step: 0 }, { language: "ko" }, { digits: 4 }]) {
    texts.asked.length = 0;
    wordsOf({ ...state, ...change }, texts).gate(id);
    assert.notDeepEqual(texts.asked, [], JSON.stringify(change));
  }
});
