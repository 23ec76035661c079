import assert from "node:assert/strict";
import { test } from "node:test";
import { captionText, lookCaption, stepCaption } from "../../static/js/captions.js";
import { stateOf, stepping, texts } from "./fixtures.js";

const said = (name, step, patch) => captionText(stepCaption(stepping(name, step, patch), texts()));
const looked = (state, id) => captionText(lookCaption(state, id, texts()));

const sigmoid = {
  0: "Start. The inputs are set.",
  1: "Forward · 1 of 8. ∗ 2.00 ∗ −1.00 = −2.00",
  5: "Forward · 5 of 8. ∗−1 1.00 ∗ −1 = −1.00",
  6: "Forward · 6 of 8. exp e^−1.00 = 0.37",
  7: "Forward · 7 of 8. +1 0.37 + 1 = 1.37",
  8: "Forward · 8 of 8. 1/x 1 / 1.37 = 0.73",
  9: "Turn. The output moves exactly with itself: its gradient is 1.00",
  11: "Backward · 2 of 8. +1 upstream −0.53 × local 1.00 → −0.53",
  13: "Backward · 4 of 8. ∗−1 upstream −0.20 × local −1.00 → 0.20",
  14: "Backward · 5 of 8. + passes to both inputs: 0.20",
  17: "Backward · 8 of 8. ∗ w0: 0.197 × −1.00 → −0.20; x0: 0.197 × 2.00 → 0.39",
};
for (const [step, sentence] of Object.entries(sigmoid)) {
  test(`step ${step} of the sigmoid circuit: ${sentence}`, () => assert.equal(said("sigmoid", Number(step)), sentence));
}

test("a local gradient that is a formula is shown as one, then as a number", () => {
  const [tokens] = stepCaption(stepping("sigmoid", 12), texts()).lines;
  assert.equal(tokens.find(({ kind }) => kind === "latex").latex, "e^{\\textcolor{green}{-1.00}}");
  assert.deepEqual(tokens.slice(-4).map(({ text }) => text), ["=", "0.37", "→", "−0.20"]);
});

test("a branch that is complete says its sum", () => {
  assert.match(said("branch", 5), /x sums its branches −4\.00 \+ 1\.00 = −3\.00$/);
  assert.doesNotMatch(said("branch", 4), /sums/);
});

test("a router and the seed", () => {
  assert.match(said("patterns", 2), /max\(2\.00, −1\.00\) = 2\.00$/);
  assert.match(said("patterns", 8), /z: 2\.00 × 1\.00 → 2\.00; w: 2\.00 × 0\.00 → 0\.00$/);
});

test("for arrays the rule is given in words, forward the shapes", () => {
  assert.equal(said("vectorised", 1), "Forward · 1 of 2. @ 2×2 · 2 → 2");
  assert.equal(said("vectorised", 5), "Backward · 2 of 2. @ ∂f/∂W = upstream · xᵀ; ∂f/∂x = Wᵀ · upstream");
  assert.match(said("network", 6), /^Backward · 2 of 3\. max\(0,·\) ∂f\/∂/);
});

test("a number that is not finite says where it starts, once", () => {
  assert.match(said("infinite", 1), /= −∞; It starts here\.$/);
  assert.doesNotMatch(said("infinite", 2), /starts/);
});

test("an upstream gradient other than 1 says so at the turn", () => {
  const state = stepping("branch", 3);
  state.answer.nodes.find(({ id }) => id === state.answer.output.node).gradient = 2;
  assert.match(captionText(stepCaption(state, texts())), /More operations follow.* 2\.00$/);
});

test("at rest the caption invites to play", () => {
  assert.equal(captionText(stepCaption(stateOf("sigmoid"), texts())), "All steps done. Press Space to watch it from the start");
});

test("what is looked at shows the chain rule as far as the step has come", () => {
  const whole = stateOf("sigmoid");
  assert.match(looked(whole, "n10"), /^Exponential · local gradient\. exp upstream −0\.53/);
  assert.equal(lookCaption(whole, "n2", texts()).place.latex, "x_{0},\\; w_{0}");
  assert.equal(lookCaption(stateOf("vectorised"), "n2", texts()).place.latex, null);
  assert.equal(looked(whole, "n0"), "Input. w0 value 2.00 gradient −0.20");
  assert.equal(looked(stateOf("branch"), "branch:n0"), "Branch. x sums its branches −4.00 + 1.00 = −3.00");
  assert.match(looked(stepping("sigmoid", 0), "n10"), /Not computed yet/);
  assert.match(looked(stepping("sigmoid", 6), "n10"), /= 0\.37$/);
  assert.equal(looked(stepping("sigmoid", 6), "n0"), "Input. w0 value 2.00");
  assert.equal(lookCaption(whole, "n99", texts()), null);
});

test("every caption of every circuit can be said in Korean without a place-holder left over", () => {
  for (const name of ["sigmoid", "branch", "patterns", "vectorised", "infinite", "named", "network"]) {
    const { last } = { last: stateOf(name).step };
    for (let step = 0; step <= last; step += 1) {
      const text = captionText(stepCaption(stepping(name, step), texts("ko")));
      assert.doesNotMatch(text, /[{}]|undefined|caption\.|word\./);
    }
  }
});

test("functions, powers, bars and gates of constants are written as formulas", () => {
  const forward = Array.from({ length: 7 }, (_, i) => said("functions", i + 1));
  const expressions = forward.map((text) => text.replace(/^Forward · \d of \d\. /, ""));
  assert.ok(expressions.includes("|x| |−3.00| = 3.00"), expressions.join("; "));
  assert.ok(expressions.includes("^ 2.00 ^ 0.50 = 1.41"), expressions.join("; "));
  assert.ok(expressions.includes("exp(2) = 7.39"), expressions.join("; "));
});
