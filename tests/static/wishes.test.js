import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, wishesOf } from "../../static/js/embed/described.js";
import { panelsFor } from "../../static/js/embed/panels.js";
import { fulfil } from "../../static/js/embed/wishes.js";
import { createStore } from "../../static/js/store.js";
import { stateOf, stepping } from "./fixtures.js";

const MADE = { mode: "step", panels: ["inputs", "gate"], readonly: false, language: "en" };

/** A store with the sigmoid circuit, and what a session and the frame were asked to do. */
function circuit() {
  const inputs = { w0: 2, x0: -1 };
  const store = createStore({ ...stateOf("sigmoid"), source: "f", inputs });
  const asked = [];
  const session = { open: (state) => asked.push(["open", state]), giveAll: (given) => asked.push(["give", given]) };
  const wish = (message) => fulfil(wishesOf(message), { store, session }, MADE, () => asked.push(["reload"]));
  return { store, asked, wish };
}

test("a state is told in the names of the address, with the output's value", () => {
  const state = { ...stepping("sigmoid", 3), source: "f", inputs: { x: 1 }, answered: { x: 2 }, asked: { source: "f" }, fold: "all", unfold: [], language: "ko" };
  const told = describe(state, "view");
  assert.deepEqual([told.expression, told.inputs, told.fold, told.step, told.lang, told.mode], ["f", { x: 2 }, "all", 3, "ko", "view"]);
  assert.equal(told.value, state.answer.output.value);
  assert.equal(describe({ ...stateOf("sigmoid"), inputs: {} }, "step").step, null);
});

test("the numbers of the program before are not told as those of one that has none yet", () => {
  const before = { ...stateOf("sigmoid"), answered: { w0: 2 }, asked: { source: "f" } };
  const { expression, inputs, value } = describe({ ...before, source: "x*", inputs: { x: 1 } }, "step");
  assert.deepEqual([expression, inputs, value], ["x*", { x: 1 }, null]);
});

test("wishes are read as the address is, from texts and from values; null is as usual", () => {
  const wishes = wishesOf({ inputs: { x: 1, W: [[1, 2]] }, digits: "3", step: 4, fold: ["sigmoid"], readonly: "", theme: null });
  assert.deepEqual(wishes, { inputs: { x: 1, W: [[1, 2]] }, digits: 3, step: 4, fold: ["sigmoid"], readonly: true, theme: "auto" });
  assert.deepEqual(wishesOf({ inputs: "x:-2", step: null, upstream: "2" }), { inputs: { x: -2 }, step: null, upstream: 2 });
});

test("what cannot be read is no wish", () => {
  const wrong = { digits: 99, step: "soon", theme: "pink", mode: "edit", readonly: "constructor", value: 3, hasOwnProperty: 1 };
  assert.deepEqual(wishesOf(wrong), {});
  for (const message of [null, undefined, 3, "set", [], () => {}]) assert.deepEqual(wishesOf(message), {});
  const round = {};
  round.self = round;
  assert.doesNotThrow(() => wishesOf({ inputs: round, expression: 3n }));
});

test("numbers are given, and only to inputs that there are", () => {
  const { asked, wish } = circuit();
  wish({ inputs: { w0: 5, z: 1 } });
  assert.deepEqual(asked, [["give", { w0: 5, x0: -1 }]]);
});

test("what is so already is not done again", () => {
  const { store, asked, wish } = circuit();
  const before = store.get();
  wish({ inputs: { w0: 2 }, fold: "none", digits: 2, lang: "en", mode: "step", expression: "f" });
  assert.deepEqual(asked, []);
  assert.equal(store.get(), before);
});

test("another program or other shapes are opened anew with what stays", () => {
  const { asked, wish } = circuit();
  wish({ inputs: { w0: [1, 2] } });
  wish({ expression: "g", step: 1, digits: 4 });
  assert.deepEqual(asked.map(([what, { source, inputs, step, digits }]) => [what, source, inputs, step, digits]), [
    ["open", "f", { w0: [1, 2], x0: -1 }, undefined, 2],
    ["open", "g", { w0: 2, x0: -1 }, 1, 4],
  ]);
});

test("a step is gone to, and left", () => {
  const { store, wish } = circuit();
  wish({ step: 2 });
  assert.deepEqual([store.get().step, store.get().stepped], [2, store.get().answer.expression.source]);
  wish({ step: null });
  assert.equal(store.get().stepped, null);
});

test("what a frame is made with makes it come anew", () => {
  for (const message of [{ mode: "view" }, { lang: "ko" }, { readonly: true }, { panels: "gate" }]) {
    const { asked, wish } = circuit();
    wish(message);
    assert.deepEqual(asked, [["reload"]], JSON.stringify(message));
  }
});

test("only a circuit that is explored has panels, and only those that are wanted", () => {
  const panels = (made) => Object.keys(panelsFor({ ...MADE, mode: "explore", ...made }, {}));
  assert.deepEqual(panels({}), ["inputs", "inspector"]);
  assert.deepEqual(panels({ panels: ["gate"] }), ["inspector"]);
  assert.deepEqual(panels({ readonly: true }), ["inspector"]);
  assert.deepEqual(panels({ panels: [] }), []);
  for (const mode of ["view", "step"]) assert.deepEqual(panels({ mode }), []);
});
