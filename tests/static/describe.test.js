import assert from "node:assert/strict";
import { test } from "node:test";
import { branchLabel, figureText, gateLabel, inputLabel, wiresText } from "../../static/js/describe.js";
import { sentences, stateOf, stepping, texts } from "./fixtures.js";

const t = texts();

test("a gate says its name, its value and its gradient", () => {
  assert.equal(gateLabel(stateOf("sigmoid"), "n10", t), "Exponential: value 0.37, gradient −0.53");
  assert.equal(gateLabel(stateOf("vectorised"), "n2", t), "Matrix product, q: value of shape 2, gradient of shape 2");
});

test("what the step does not show yet is not said either", () => {
  assert.equal(gateLabel(stepping("sigmoid", 6), "n10", t), "Exponential: value 0.37, gradient not computed yet");
  assert.equal(gateLabel(stepping("sigmoid", 0), "n10", t), "Exponential: value not computed yet, gradient not computed yet");
});

test("inputs and branches", () => {
  assert.equal(inputLabel(stateOf("sigmoid"), "n0", t), "Input w0: value 2.00, gradient −0.20");
  assert.equal(branchLabel(stateOf("branch"), "n0", t), "Branch of x, used 2 times: gradients add: −4.00 + 1.00 = −3.00");
  assert.equal(branchLabel(stepping("branch", 3), "n0", t), "Branch of x, used 2 times: gradient not computed yet");
  const state = stateOf("sigmoid");
  state.answer.nodes[0].gradient = null;
  assert.match(inputLabel(state, "n0", t), /no gradient$/);
});

test("a gate says what its wires lead from and to, an input where it goes", () => {
  assert.equal(wiresText(stateOf("sigmoid"), "n10", t), "from Negation; to Addition");
  assert.equal(wiresText(stateOf("sigmoid"), "n12", t), "from Addition; the output");
  assert.equal(wiresText(stateOf("vectorised"), "n2", t), "from W, x; to Squared norm");
  assert.equal(wiresText(stateOf("branch"), "n0", t), "to Multiplication, Addition");
});

test("the figure counts its inputs and gates", () => {
  const { title, description } = figureText(stateOf("sigmoid"), t);
  assert.match(title, /^Circuit of 1\/\(1\+exp/);
  assert.match(description, /Inputs: 5\. Gates: 8\./);
});

test("both languages have the same sentences with the same place-holders", () => {
  const [english, korean] = [sentences("en"), sentences("ko")];
  assert.deepEqual(Object.keys(english).sort(), Object.keys(korean).sort());
  const holders = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(english)) assert.deepEqual(holders(english[key]), holders(korean[key]), key);
});
