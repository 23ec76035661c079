import assert from "node:assert/strict";
import { test } from "node:test";
import { derivationLines, namesIn, withNumbers } from "../../static/js/derivations.js";

const WHY = { en: "Why.", ko: "이유입니다." };
const SIGMOID = {
  operands: ["x"],
  output: "\\sigma",
  steps: [
    { of: "\\sigma", latex: "\\frac{1}{1 + e^{-x}}", numbers: "\\frac{1}{1 + e^{-\\factor{0}}}", reason: WHY },
    { of: "\\frac{d \\sigma}{d x}", latex: "\\frac{e^{-x}}{(1 + e^{-x})^{2}}", numbers: "\\frac{e^{-\\factor{0}}}{(1 + e^{-\\factor{0}})^{2}}", reason: WHY },
    { of: "", latex: "(1 - \\sigma)\\, \\sigma", numbers: "(1 - \\factor{1}) \\cdot \\factor{1}", reason: WHY },
  ],
};
const SUM = { operands: ["a", "b"], output: "L", steps: [{ of: "L", latex: "\\sum_{k}\\, ({a}_{k} - {b}_{k})^{2}", numbers: null, reason: WHY }] };

const row = (name, value, slot = 0) => ({ name, slot, edge: { value, local: 0.196611933 } });
const node = { value: 0.731058579 };
const FORMAT = { digits: 2, language: "en", shown: true };

test("the numbers of a gate stand in every line, and each derivative comes to the local gradient", () => {
  const lines = derivationLines(SIGMOID, node, [row("x", 1)], FORMAT);
  assert.deepEqual(lines.map(({ formula }) => formula), ["\\sigma = \\frac{1}{1 + e^{-x}}", "\\frac{d \\sigma}{d x} = \\frac{e^{-x}}{(1 + e^{-x})^{2}}", "{=}\\;(1 - \\sigma)\\, \\sigma"]);
  const one = "\\textcolor{green}{1.00}";
  const half = "\\textcolor{green}{0.7311}";
  assert.deepEqual(lines.map(({ numbers }) => numbers), [
    `{=}\\;\\frac{1}{1 + e^{-${one}}} = 0.73`,
    `{=}\\;\\frac{e^{-${one}}}{(1 + e^{-${one}})^{2}} = 0.20`,
    `{=}\\;(1 - ${half}) \\cdot ${half} = 0.20`,
  ]);
  assert.deepEqual(lines.map(({ reason }) => reason), ["Why.", "Why.", "Why."]);
  assert.equal(derivationLines(SIGMOID, node, [row("x", 1)], { ...FORMAT, language: "ko" })[0].reason, "이유입니다.");
});

test("only a negative number that could be misread stands in parentheses", () => {
  assert.equal(withNumbers("\\max(0, \\operand{0})", ["-2.00"]), "\\max(0, \\textcolor{green}{-2.00})");
  assert.equal(withNumbers("-\\factor{0}", ["-2.00"]), "-(\\textcolor{green}{-2.00})");
  assert.equal(withNumbers("-\\factor{0}", ["2.00"]), "-\\textcolor{green}{2.00}");
});

test("operands go by their own names, but not by a letter that the derivation needs", () => {
  assert.deepEqual([...namesIn(SIGMOID, [row("w_1", 1)])], [["x", "w_{1}"]]);
  assert.match(derivationLines(SIGMOID, node, [row("w_1", 1)], FORMAT)[1].formula, /^\\frac\{d \\sigma\}\{d w_\{1\}\} = \\frac\{e\^\{-w_\{1\}\}\}/);
  assert.equal(namesIn(SIGMOID, [row("e", 1)]).size, 0);
  assert.equal(namesIn(SUM, [row("k", [1]), row("t", [1], 1)]).size, 0);
  assert.deepEqual([...namesIn(SUM, [row("s", [1]), row("t", [1], 1)])], [["a", "s"], ["b", "t"]]);
  assert.deepEqual([...namesIn(SUM, [row("t", [1], 1)])], [["b", "t"]], "a constant that is part of the gate has no wire");
});

test("there are no numbers before their step, for arrays, and where one is not finite", () => {
  const numbers = (kept, rows, format) => derivationLines(SIGMOID, kept, rows, format)[0].numbers;
  assert.equal(numbers(node, [row("x", 1)], { ...FORMAT, shown: false }), null);
  assert.equal(numbers({ value: [0.5] }, [row("x", [0])], FORMAT), null);
  assert.equal(numbers({ value: "NaN" }, [row("x", "NaN")], FORMAT), null);
});
