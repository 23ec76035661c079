import assert from "node:assert/strict";
import { test } from "node:test";
import { closingPlace, codeOf, errorsOf, fixFor, markedSpan, replaces, sortNotices } from "../../static/js/fixes.js";

test("program text in a hint is told from advice", () => {
  assert.equal(codeOf("1/(2x)"), "1/(2x)");
  assert.equal(codeOf("W @ x"), "W @ x");
  assert.equal(codeOf("Add )"), ")");
  assert.equal(codeOf(") 추가"), ")");
  assert.equal(codeOf("Write ]"), "]");
  for (const advice of ["Write the operator between them, such as * or +.", "사이에 * 나 + 같은 연산자를 쓰세요.", "abs(…)", " "]) {
    assert.equal(codeOf(advice), null, advice);
  }
});

test("a reading is exchanged at its span", () => {
  const notice = { code: "implicit_product", span: [0, 4], hint: "1/(2x)" };
  assert.deepEqual(fixFor(notice, "1/2x + y"), { code: "1/(2x)", text: "1/(2x) + y" });
  assert.equal(fixFor({ code: "constant_name", span: [0, 1], hint: "e_1" }, "e + x").text, "e_1 + x");
});

test("an unknown function is renamed, whether the span covers its name or its call", () => {
  const problem = { code: "unknown_function", hint: "sigmoid" };
  assert.equal(fixFor({ ...problem, span: [2, 8] }, "2*sigmod(x)").text, "2*sigmoid(x)");
  assert.equal(fixFor({ ...problem, span: [2, 11] }, "2*sigmod(x)").text, "2*sigmoid(x)");
});

test("a bracket that is open is closed where its statement ends, a wrong one is exchanged", () => {
  assert.deepEqual(fixFor({ code: "syntax_error", span: [0, 1], hint: "Add )" }, "(x+y \n"), { code: ")", at: 4, text: "(x+y) \n" });
  assert.deepEqual(fixFor({ code: "syntax_error", span: [4, 5], hint: "Write )" }, "(x+y]"), { code: ")", text: "(x+y)" });
  const program = "a = (x + # one\n  y  # two\n\nb = a";
  assert.equal(fixFor({ code: "syntax_error", span: [4, 5], hint: "Add )" }, program).text, "a = (x + # one\n  y)  # two\n\nb = a");
});

test("an open bracket ends before what looks like a statement", () => {
  for (const next of ["b = 2", "b += 2", "f(x) = 2", "def f(x):", "return x", "print(x)", "a, b = c"]) {
    assert.equal(closingPlace(`(x\n${next}`, 0), 2, next);
  }
  for (const next of ["+ y", "y == z", "f(y)"]) assert.equal(closingPlace(`(x\n${next}`, 0), 3 + next.length, next);
});

test("a hint replaces only what it arranges anew", () => {
  for (const [code, covered] of [["sin(x)", "sin x"], ["1/(2x)", "1/2x"], ["w x", "wx"], ["W @ x", "W*x"], ["1000", "1_000"], ["+", "＋"], ["(-x)^2", "-x^2"]]) {
    assert.ok(replaces(code, covered), code);
  }
  for (const [code, covered] of [["floor(a / b)", "//"], ["1 - a", "~"], ["sin(x)^2", "sin^2"], ["Arrays have .T .sum", "x.foo"], ["x", "x"]]) {
    assert.ok(!replaces(code, covered), code);
  }
});

test("the errors of several statements come in the order of the text, each once", () => {
  const [first, second] = [{ code: "a", span: [1, 2], detail: "1" }, { code: "b", span: [5, 6], detail: "2" }];
  assert.deepEqual(errorsOf({ ...second, errors: [second, first, { ...second }] }), [first, second]);
  assert.deepEqual(errorsOf(first), [first]);
  assert.deepEqual(errorsOf(null), []);
});

test("an error at a line's end is marked by a ghost", () => {
  assert.deepEqual(markedSpan({ span: [3, 4] }, "x +\ny"), [3, 3]);
  assert.deepEqual(markedSpan({ span: [0, 1] }, "x +\ny"), [0, 1]);
  assert.equal(markedSpan({ span: null }, "x"), null);
});

test("without a place, a hint, or anything to change there is no fix", () => {
  assert.equal(fixFor({ code: "x", span: null, hint: "y" }, "x"), null);
  assert.equal(fixFor({ code: "x", span: [0, 1], hint: null }, "x"), null);
  assert.equal(fixFor({ code: "x", span: [0, 1], hint: "x" }, "x"), null);
});

test("notices are sorted into readings, skipped statements and remarks, each once", () => {
  const reading = { code: "one_name", span: [0, 2], hint: "a b", message: "" };
  const remark = { code: "nonfinite", span: [0, 2], hint: null, message: "" };
  const skipped = { code: "ignored_statement", span: [3, 4], hint: null, message: "" };
  assert.deepEqual(sortNotices([reading, remark, skipped, { ...reading }]), { readings: [reading], skipped: [skipped], remarks: [remark] });
});
