import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, decodeState, encodeState, hrefFor, queryOf } from "../../static/js/address.js";
import { initialState } from "../../static/js/store.js";

const usual = { ...initialState, source: "x*y", language: null };
const roundTrip = (patch) => decodeState(encodeState({ ...usual, ...patch }));

test("a short program has a short, readable address", () => {
  const query = encodeState({ ...usual, source: "(x + y) z", inputs: { x: -2, y: 5, z: -4 } });
  assert.equal(query, "expression=(x+%2B+y)+z&inputs=x:-2,y:5,z:-4");
});

test("everything that an address holds comes back", () => {
  const state = {
    source: "||W x||^2\n# 50% & more = 'θ' 𝑥 +", inputs: { W: [[0.1, 0.5], [-0.3, 0.8]], x: [1e-7, 1e21], s: -0.25 },
    upstream: [1, -2], constants: "nodes", digits: 0, precision: "full", selected: "branch:n12", step: 0, theme: "dark",
    language: "ko", fold: ["sigmoid"], unfold: "all", panel: "descent", parameters: ["w_0", "θ"], rate: 2.5e-7,
  };
  assert.deepEqual(decodeState(encodeState(state)), state);
});

test("a scalar upstream and a random input come back", () => {
  const inputs = { W1: { random: "normal", shape: [100, 3072], seed: 0 }, x: { random: "uniform", shape: [3072], seed: 7 } };
  assert.deepEqual(roundTrip({ inputs, upstream: 0.5 }), { source: "x*y", inputs, upstream: 0.5 });
  assert.match(encodeState({ ...usual, inputs }), /inputs=W1:normal\(100x3072\),x:uniform\(3072;7%29$/);
});

test("names of inputs never meet names of options", () => {
  assert.deepEqual(roundTrip({ inputs: { step: 1, expression: 2, lang: 3 } }).inputs, { step: 1, expression: 2, lang: 3 });
});

test("no negative zero, and no closing bracket at the end, where mail programs cut it off", () => {
  assert.equal(encodeState({ ...usual, source: "f(x)", inputs: { x: -0 } }), "expression=f(x)&inputs=x:0");
  assert.equal(encodeState({ ...usual, source: "f(x)" }), "expression=f(x%29");
  assert.equal(roundTrip({ source: "f(x)" }).source, "f(x)");
});

test("inputs are read as JSON, too", () => {
  const inputs = { w0: 2, W: [[1, 2]], r: { random: "normal", shape: [3], seed: 1 } };
  assert.deepEqual(decodeState(`expression=x&inputs=${encodeURIComponent(JSON.stringify(inputs))}`).inputs, inputs);
  assert.deepEqual(decodeState("inputs=W:[[1,2],[3,4]],x:2").inputs, { W: [[1, 2], [3, 4]], x: 2 });
});

test("whatever cannot be read is left out, and nothing throws", () => {
  assert.deepEqual(decodeState("expression=x&inputs=a:1,b:,c,:2,d:NaN,e:[1,,f:true"), { source: "x", inputs: { a: 1 } });
  assert.deepEqual(decodeState("step=-1&digits=9&theme=red&lang=fr&constants=x&select=<script>&precision=1&upstream=abc"), {});
  assert.deepEqual(decodeState("__proto__=1&constructor=2&toString=3"), {});
  assert.deepEqual(decodeState(""), {});
});

test("a lone surrogate does not break the address", () => {
  assert.equal(typeof encodeState({ ...usual, source: "\ud800" }), "string");
});

test("a long state stands after the #, where no server has to carry it", () => {
  const inputs = { x: Array.from({ length: 3000 }, (_, i) => i / 8) };
  const href = hrefFor(encodeState({ ...usual, inputs }));
  assert.ok(href.startsWith("#expression="));
  assert.deepEqual(decodeState(queryOf({ search: "", hash: href })).inputs, inputs);
  assert.equal(queryOf({ search: "?expression=x", hash: "#main" }), "expression=x");
});

test("the address of an example holds its program and nothing out of the ordinary", () => {
  assert.equal(addressOf({ source: "x y", inputs: { x: 1, y: 2 } }), "/?expression=x+y&inputs=x:1,y:2");
  assert.equal(addressOf({ source: "x", inputs: {}, upstream: 0.5, digits: 3 }), "/?expression=x&upstream=0.5&digits=3");
});
