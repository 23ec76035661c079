import assert from "node:assert/strict";
import { test } from "node:test";
import { nextTheme } from "../../static/js/bar.js";
import { queryFor } from "../../static/js/history.js";
import { formulaLatex, shapesLatex } from "../../static/js/panels/formula.js";
import { kindOf } from "../../static/js/panels/inputs.js";
import { gradientOf } from "../../static/js/panels/inputs/gradient.js";
import { paths } from "../../static/js/panels/inputs/grid.js";
import { noticesOf, plainRemark, upstreamText } from "../../static/js/panels/notices.js";
import { marksOf } from "../../static/js/panels/program.js";
import { initialState } from "../../static/js/store.js";
import { placed, wirePaths } from "../../static/js/thumbnail.js";

test("the first press changes what is seen, the third comes back to automatic", () => {
  assert.deepEqual(["auto", "dark", "light"].map((theme) => nextTheme(theme, false)), ["dark", "light", "auto"]);
  assert.deepEqual(["auto", "light", "dark"].map((theme) => nextTheme(theme, true)), ["light", "dark", "auto"]);
});

test("a formula gets a name unless it brings its own", () => {
  assert.equal(formulaLatex("x y"), "f = x y");
  assert.equal(formulaLatex("\\sum_{i=1}^{n} x_i"), "f = \\sum_{i=1}^{n} x_i");
  assert.equal(formulaLatex("L = x y"), "L = x y");
  assert.equal(formulaLatex("f\\left(x\\right) = x^{2}"), "f\\left(x\\right) = x^{2}");
  assert.equal(formulaLatex("\\begin{aligned} q &= x \\\\ f &= q \\end{aligned}"), "\\begin{aligned} q &= x \\\\ f &= q \\end{aligned}");
});

test("shapes of arrays stand beside the formula, numbers are left out", () => {
  assert.equal(shapesLatex({ W: { shape: [2, 2] }, b: { shape: [] }, x: { shape: [2] } }),
    "W \\in \\mathbb{R}^{2 \\times 2},\\; x \\in \\mathbb{R}^{2}");
});

test("inputs are edited as numbers, as grids, or by their shape", () => {
  assert.equal(kindOf(2), "scalar");
  assert.equal(kindOf([[1, 2], [3, 4]]), "grid");
  assert.equal(kindOf([[[1]]]), "large");
  assert.equal(kindOf({ random: "normal", shape: [2], seed: 0 }), "large");
  assert.deepEqual(paths([2]), [[[0]], [[1]]]);
  assert.deepEqual(paths([1, 2]), [[[0, 0], [0, 1]]]);
});

const answer = {
  expression: { source: "exp(x)" },
  inputs: { x: { node: "n0", shape: [], value: 0, gradient: 1 }, y: { node: "n2", gradient: null } },
  nodes: [{ id: "n0", span: [4, 5], name: "x" }, { id: "n1", span: [0, 6], gate: "exp", name: null }],
  edges: [{ id: "e0", source: "n0", target: "n1", operand: 0 }],
  order: { forward: ["n1"], backward: ["n1"] },
  output: { node: "n1" },
  notices: [{ code: "nonfinite", span: null, hint: null, message: "" }],
};
const state = (patch) => ({ ...initialState, source: "exp(x)", answer, step: 3, ...patch });

test("a gradient is not shown before its step, nor while the program cannot be read", () => {
  assert.deepEqual(gradientOf(state({}), "x"), { kind: "known", gradient: 1 });
  assert.deepEqual(gradientOf(state({ step: 2 }), "x"), { kind: "waiting" });
  assert.deepEqual(gradientOf(state({ problem: { code: "syntax_error" } }), "x"), { kind: "waiting" });
  assert.deepEqual(gradientOf(state({}), "y"), { kind: "none" });
  assert.deepEqual(gradientOf(state({}), "z"), { kind: "waiting" });
});

test("the hovered gate's place is lit, but not in a text that has moved on", () => {
  assert.deepEqual(marksOf(state({ hovered: "n1" })), [{ start: 0, end: 6, kind: "lit" }]);
  assert.deepEqual(marksOf(state({ hovered: "branch:n0" })), [{ start: 4, end: 5, kind: "lit" }]);
  assert.deepEqual(marksOf(state({ hovered: "n1", source: "exp(x)+1" })), []);
});

test("an open bracket is marked, and a ghost stands where it would close", () => {
  const problem = { code: "syntax_error", span: [3, 4], hint: "Add )" };
  assert.deepEqual(marksOf(state({ source: "exp(x ", problem })), [
    { start: 3, end: 4, kind: "bad" }, { start: 5, end: 5, kind: "bad" },
  ]);
});

test("the errors of all statements are marked, one at a line's end by a ghost", () => {
  const errors = [{ code: "syntax_error", span: [3, 4], hint: null, detail: "1" }, { code: "syntax_error", span: [8, 13], hint: "sin(x)", detail: "2" }];
  const problem = { ...errors[0], errors };
  assert.deepEqual(marksOf(state({ source: "a +\nb = sin x", problem })), [
    { start: 3, end: 3, kind: "bad" }, { start: 8, end: 13, kind: "bad" },
  ]);
});

test("the reading whose chip is pointed at is lit", () => {
  const reading = { source: "exp(x)", notices: [] };
  assert.deepEqual(marksOf(state({ reading, pointed: [4, 5], hovered: "n1" })), [{ start: 4, end: 5, kind: "lit" }]);
});

test("a remark names no node", () => {
  assert.equal(plainRemark("log (n1) gives −∞."), "log gives −∞.");
  assert.equal(plainRemark("여기서 생겨 그대로 이어집니다: log(n1), 값 −∞"), "여기서 생겨 그대로 이어집니다: log, 값 −∞");
});

test("readings come from the reading, remarks from the evaluation of the same text", () => {
  const doubtful = { code: "one_name", span: [0, 1], hint: "a b", message: "" };
  const reading = { source: "exp(x)", notices: [doubtful] };
  assert.deepEqual(noticesOf(state({ reading })), { readings: [doubtful], skipped: [], remarks: answer.notices });
  assert.deepEqual(noticesOf(state({ reading, problem: {} })), { readings: [doubtful], skipped: [], remarks: [] });
  assert.deepEqual(noticesOf(state({ reading, source: "y" })), { readings: [], skipped: [], remarks: [] });
});

test("a given upstream gradient is written shortly", () => {
  assert.equal(upstreamText(-0.5), "−0.5");
  assert.equal(upstreamText([1, 2]), "[1, 2]");
  assert.equal(upstreamText(Array(50).fill(1)), "[…]");
});

test("the address names a step only while stepping, and the language only when it was chosen", () => {
  assert.equal(queryFor(state({}), new Set()), "expression=exp(x%29");
  assert.equal(queryFor(state({ step: 1, stepped: "exp(x)" }), new Set(["language"])), "expression=exp(x)&step=1&lang=en");
});

const layout = {
  nodes: [
    { id: "n0", shape: "name", label: "x", x: 0, y: 0, width: 12, height: 20 },
    { id: "n1", shape: "name", label: "y", x: 0, y: 54, width: 12, height: 20 },
    { id: "n2", shape: "circle", label: "∗", x: 140, y: 27, width: 36, height: 36 },
  ],
};

test("a thumbnail stays within its frame and centres the circuit", () => {
  const nodes = placed(layout);
  assert.ok(nodes.every(({ size }) => size === 1));
  assert.ok(nodes.every(({ x, y, width }) => x - width / 2 > 0 && x + width / 2 < 348 && y > 8 && y < 104));
  assert.equal(nodes[2].y, 56);
});

test("a long circuit gets smaller gates, not overlapping ones", () => {
  const row = Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, shape: "circle", label: "+", x: 140 * i, y: 0, width: 36, height: 36 }));
  const nodes = placed({ nodes: row });
  assert.ok(nodes.every(({ size }) => size < 1));
  assert.ok(nodes.every((node, i) => i === 0 || node.x - nodes[i - 1].x > node.width));
});

test("only gates that stand close get smaller in a thumbnail", () => {
  const gate = (id, x, label) => ({ id, shape: "square", label, x, y: 0, width: 46, height: 36 });
  const [first, second, third] = placed({ nodes: [gate("n0", 0, "[:,None]"), gate("n1", 90, "[·,·]"), gate("n2", 600, "+")] });
  assert.ok(first.x + first.width / 2 < second.x - second.width / 2);
  assert.equal(third.size, 1);
});

test("a long name has room in a thumbnail", () => {
  const nodes = [{ id: "n0", shape: "name", label: "weights", x: 0, y: 0 }, { id: "n1", shape: "circle", label: "+", x: 900, y: 0 }];
  const [name] = placed({ nodes });
  assert.ok(name.x - 5 - 7 * "weights".length > 0);
});

test("wires arrive in written order", () => {
  const edges = [{ source: "n0", target: "n2", operand: 0 }, { source: "n1", target: "n2", operand: 1 }];
  const paths12 = wirePaths({ nodes: [{ id: "n2", operands: ["n0", "n1"] }], edges }, placed(layout));
  const ends = paths12.map((path) => Number(path.split(",").at(-1)));
  assert.deepEqual(ends, [50, 62]);
});
