import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "katex";
import { labelOf } from "../../static/js/captions/forward.js";
import { branchRows, isFormula, isScalarGate, nudge, operandRows, routerWinner, seen } from "../../static/js/explain.js";
import { arrayFormula, forwardLatex, localFormula, markValues, namedRule, numberLatex, operandName } from "../../static/js/formulas.js";
import { meaningOf } from "../../static/js/meaning.js";
import { timeline } from "../../static/js/steps.js";
import { answer, texts } from "./fixtures.js";

const rounded = { precision: "rounded", digits: 2 };
const rowsAt = (name, id, format = rounded) => operandRows(answer(name), id, format);

function formulasOf(name, id) {
  const kept = answer(name);
  const node = timeline(kept).nodes.get(id);
  const rows = operandRows(kept, id, rounded);
  return rows.map((row) => localFormula(rows, row, labelOf(kept, id), node.gate));
}

test("the local gradient: rule = rule with numbers = result", () => {
  const [formula] = formulasOf("sigmoid", "n12");
  assert.equal(formula, "\\frac{d}{d x}\\, \\frac{1}{x} = -\\frac{1}{x^{2}} = -\\frac{1}{\\textcolor{green}{1.37}^{2}} = -0.53");
});

test("operands go by their names, one formula each", () => {
  assert.deepEqual(formulasOf("sigmoid", "n2"), [
    "\\frac{\\partial}{\\partial w_{0}}\\, w_{0}\\, x_{0} = x_{0} = -1.00",
    "\\frac{\\partial}{\\partial x_{0}}\\, w_{0}\\, x_{0} = w_{0} = 2.00",
  ]);
});

test("a constant rule needs no result", () => assert.match(formulasOf("sigmoid", "n11")[0], /\(x \+ 1\) = 1$/));

const labels = [
  ["∗−1", "negative", ["x"], "(-x)"], ["+1", "add", ["x"], "(x + 1)"], ["−3", "subtract", ["x"], "(x - 3)"], ["∗2", "multiply", ["x"], "2\\, x"],
  ["/2", "divide", ["x"], "\\frac{x}{2}"], ["2/x", "divide", ["x"], "\\frac{2}{x}"], ["x²", "power", ["q"], "q^{2}"], ["x⁻²", "power", ["q"], "q^{-2}"],
  ["x^0.5", "power", ["q"], "q^{0.5}"], ["2^x", "power", ["q"], "2^{q}"], ["2-x", "subtract", ["q"], "2-q"], ["max(0,·)", "maximum", ["q"], "\\max(0, q)"],
  ["tanh", "tanh", ["x"], "\\tanh(x)"], ["max", "maximum", ["z", "w"], "\\max(z, w)"], ["/", "divide", ["a", "b"], "\\frac{a}{b}"], ["^", "power", ["a", "b"], "a^{b}"],
  ["softplus", "softplus", ["x"], "\\operatorname{softplus}(x)"], ["σ", "sigmoid", ["x"], "\\sigma(x)"], ["|x|", "abs", ["q"], "|q|"],
];
for (const [label, gate, operands, latex] of labels) {
  test(`${label} of ${operands} is ${latex}`, () => assert.equal(forwardLatex(label, gate, operands), latex));
}

test("KaTeX can read the formulas of every scalar gate and every wire of arrays", () => {
  for (const name of ["sigmoid", "branch", "patterns", "infinite", "named", "vectorised", "network"]) {
    const kept = answer(name);
    for (const id of kept.order.forward) {
      const rows = operandRows(kept, id, rounded);
      const formulas = isScalarGate(kept, id) ? formulasOf(name, id) : rows.map((row) => arrayFormula(rows, row, "상류"));
      for (const formula of formulas) katex.renderToString(formula, { strict: "ignore" });
    }
  }
});

test("names take the place of the letters, not of letters in commands or words", () => {
  const rows = [{ slot: 0, name: "max1" }, { slot: 1, name: null }];
  assert.equal(namedRule("\\max(a, b) + \\operatorname{sign}(a)", rows), "\\max(\\mathit{max}_{1}, b) + \\operatorname{sign}(\\mathit{max}_{1})");
  assert.equal(namedRule("e^{x}", [{ slot: 1, name: "q" }]), "e^{q}");
});

test("arrays: the vector–Jacobian product with a word for the upstream gradient", () => {
  const rows = rowsAt("vectorised", "n2");
  assert.deepEqual(rows.map((row) => arrayFormula(rows, row, "up")), [
    "\\frac{\\partial f}{\\partial W} = \\text{up} \\cdot x^{\\top}",
    "\\frac{\\partial f}{\\partial x} = W^{\\top} \\cdot \\text{up}",
  ]);
});

test("an operand that was broadcast gets a sum", () => {
  const row = { slot: 0, name: "b", edge: { rule: "1" }, source: { shape: [2] }, target: { shape: [3, 2] } };
  assert.equal(arrayFormula([row, { slot: 1 }], row, "up"), "\\frac{\\partial f}{\\partial b} = \\textstyle\\sum \\text{up}");
});

test("numbers in LaTeX, and values set apart", () => {
  assert.deepEqual(["−0.53", "4e−3", "12\u2009346", "−∞", "NaN"].map(numberLatex), ["-0.53", "4\\mathrm{e}{-3}", "12\\,346", "-\\infty", "\\mathrm{NaN}"]);
  assert.equal(markValues("2 \\cdot (-2.00)"), "2 \\cdot (\\textcolor{green}{-2.00})");
  assert.equal(markValues("1 - 0.73"), "1 - \\textcolor{green}{0.73}");
});

test("a formula says more than its result; a number does not", () => {
  assert.ok(isFormula("e^{-1.00}") && !isFormula("-2.00") && !isFormula("1") && !isFormula(""));
});

test("upstream × local = gradient, rounded or in full", () => {
  assert.deepEqual(rowsAt("sigmoid", "n10")[0].chain, { upstream: "−0.53", local: "0.37", gradient: "−0.20" });
  const { gradient } = rowsAt("sigmoid", "n10", { precision: "full", digits: 2 })[0].chain;
  assert.equal(gradient, "−0.196\u2009611\u2009933\u2009241\u2009481\u200988");
  assert.equal(rowsAt("vectorised", "n2")[0].chain, null);
});

test("the wires of a branch, each with the gate that uses it", () => {
  assert.deepEqual(branchRows(answer("branch"), "n0", rounded).map(({ target, chain }) => [target.gate, chain.gradient]), [["multiply", "−4.00"], ["add", "1.00"]]);
});

test("what a step lets one see of a gate", () => {
  assert.deepEqual(seen(answer("sigmoid"), "n10", 5), { value: false, gradient: false });
  assert.deepEqual(seen(answer("sigmoid"), "n10", 11), { value: true, gradient: false });
  assert.deepEqual(seen(answer("sigmoid"), "n10", 12), { value: true, gradient: true });
});

function meaning(name, id, change) {
  const kept = answer(name);
  change?.(kept);
  return meaningOf(timeline(kept).nodes.get(id), operandRows(kept, id, rounded), texts());
}

test("what a gate means here, in one sentence", () => {
  assert.match(meaning("sigmoid", "n12"), /sign turns/);
  assert.match(meaning("sigmoid", "n10"), /grows with the input/);
  assert.match(meaning("sigmoid", "n11"), /passes unchanged/);
  assert.match(meaning("sigmoid", "n2"), /^Switcher/);
  assert.match(meaning("sigmoid", "n6"), /^Distributor/);
  assert.equal(meaning("patterns", "n5"), "Router: the larger input, z, takes all of it.");
  assert.match(meaning("infinite", "n1"), /not finite/);
});

test("operands that tie have no winner", () => {
  const tie = (kept) => kept.edges.filter(({ target }) => target === "n5").forEach((edge) => (edge.local = 0.5));
  assert.match(meaning("patterns", "n5", tie), /share/);
  assert.equal(routerWinner({ pattern: null }, []), null);
});

test("raising an input a little", () => {
  assert.equal(nudge(-2, 0.01), -0.02);
  assert.equal(nudge("Infinity", 0.01), null);
});

test("an operand without a name never takes the name of its neighbour", () => {
  const sum = [{ slot: 0, name: null }, { slot: 1, name: "a" }]; // b*c + a
  assert.deepEqual(sum.map((row) => operandName(sum, row)), ["u", "a"]);
  const crossed = [{ slot: 0, name: "b" }, { slot: 1, name: null }, { slot: 2, name: "v" }];
  assert.deepEqual(crossed.map((row) => operandName(crossed, row)), ["b", "p", "v"]);
  const free = [{ slot: 0, name: null }, { slot: 1, name: "w0" }];
  assert.deepEqual(free.map((row) => operandName(free, row)), ["a", "w0"]);
});
