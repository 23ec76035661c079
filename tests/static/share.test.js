import assert from "node:assert/strict";
import { test } from "node:test";
import { createApi } from "../../static/js/api.js";
import { placeFor } from "../../static/js/share/menu.js";
import { circuitName, fileName } from "../../static/js/share/names.js";
import { LONGEST_PROGRAM, decoded, judged } from "../../static/js/share/receive.js";
import { codeRequest, dataOf, pictureRequest } from "../../static/js/share/take.js";
import { initialState } from "../../static/js/store.js";

const answer = ({ name = null, gate = "reciprocal", foldable = null } = {}) => ({
  output: { node: "n1", name },
  nodes: [{ id: "n0", kind: "input", gate: null }, { id: "n1", kind: "gate", gate, foldable }],
});

test("a file is named after the output, else after the composite or the gate that gives it", () => {
  assert.equal(fileName(answer({ name: "loss" }), "svg"), "chainrule-loss.svg");
  assert.equal(circuitName(answer({ name: "f", foldable: { gate: "sigmoid", node: "n1" } })), "sigmoid");
  assert.equal(circuitName(answer({ gate: "squared_norm" })), "squared-norm");
  assert.equal(circuitName(answer({ name: "손실", gate: "add" })), "add");
  assert.equal(circuitName(answer({ name: "손실", gate: null })), "circuit");
  assert.equal(circuitName(null), "circuit");
});

test("arrow keys go round, Home and End to the ends, other keys nowhere", () => {
  assert.deepEqual([placeFor("ArrowDown", -1, 3), placeFor("ArrowDown", 2, 3)], [0, 0]);
  assert.deepEqual([placeFor("ArrowUp", -1, 3), placeFor("ArrowUp", 0, 3)], [2, 2]);
  assert.deepEqual([placeFor("Home", 2, 3), placeFor("End", 0, 3), placeFor("Enter", 0, 3)], [0, 2, null]);
});

const state = { ...initialState, source: "x y", inputs: { x: 1, y: 2 }, language: "ko", upstream: 3 };

test("a program is asked for with everything that decides about its numbers, and no layout", () => {
  const { expression, inputs, upstream, target, layout } = codeRequest(state, "jax");
  assert.deepEqual([expression, inputs, upstream, target, layout], ["x y", { x: 1, y: 2 }, 3, "jax", undefined]);
});

test("a picture has the page's language, decimals and the theme that is seen", () => {
  const { format, lang, digits, theme, step } = pictureRequest(state, "png", true);
  assert.deepEqual([format, lang, digits, theme, step], ["png", "ko", 2, "dark", undefined]);
  assert.equal(pictureRequest(state, "svg", false).theme, "light");
  assert.equal(pictureRequest({ ...state, theme: "light" }, "svg", true).theme, "light");
  assert.equal(pictureRequest(state, "html", true).theme, "auto");
});

const t = (key, { seconds } = {}) => `${key}${seconds ?? ""}`;

test("whatever is no answer becomes words", () => {
  assert.equal(dataOf({ kind: "answer", data: "text" }, t), "text");
  const problem = (patch) => () => dataOf({ kind: "problem", problem: { detail: "No.", span: null, hint: null, ...patch } }, t);
  assert.throws(problem({ hint: "Ask for svg." }), { message: "No. Ask for svg." });
  assert.throws(problem({ hint: "sin(x)", span: [0, 1] }), { message: "No." });
  assert.throws(problem({ detail: null }), { message: "share.unreadable" });
  assert.throws(() => dataOf({ kind: "busy", seconds: 3 }, t), { message: "share.busy3" });
  assert.throws(() => dataOf({ kind: "offline" }, t), { message: "share.offline" });
});

test("code comes as text and a picture as a file", async () => {
  const api = createApi(() => "en", async () => new Response("print(1)"));
  assert.deepEqual(await api.code({}), { kind: "answer", data: "print(1)" });
  assert.equal(await (await api.render({})).data.text(), "print(1)");
});

test("a dropped text is judged by its characters", () => {
  assert.deepEqual(judged("x\r\ny\r\n"), { source: "x\ny" });
  assert.deepEqual(judged("𝑥".repeat(LONGEST_PROGRAM)), { source: "𝑥".repeat(LONGEST_PROGRAM) });
  assert.deepEqual(judged("x".repeat(LONGEST_PROGRAM + 1)), { refused: "drop.too_long" });
  assert.deepEqual(judged(" \n"), { refused: "drop.empty" });
  assert.deepEqual(judged(null), { refused: "drop.not_text" });
});

test("bytes are text where they are UTF-8 without a zero", () => {
  assert.equal(decoded(new TextEncoder().encode("\uFEFFσ(x)")), "σ(x)");
  assert.equal(decoded(new Uint8Array([0x78, 0xE2, 0x88])), "x");
  assert.equal(decoded(new Uint8Array([0x78, 0xFF])), null);
  assert.equal(decoded(new Uint8Array([0x78, 0])), null);
});
