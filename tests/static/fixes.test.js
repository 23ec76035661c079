import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, fixFor, selectionFor, sortNotices } from "../../static/js/fixes.js";

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
});

test("an unknown function is renamed, whether the span covers its name or its call", () => {
  const problem = { code: "unknown_function", hint: "sigmoid" };
  assert.equal(fixFor({ ...problem, span: [2, 8] }, "2*sigmod(x)").text, "2*sigmoid(x)");
  assert.equal(fixFor({ ...problem, span: [2, 11] }, "2*sigmod(x)").text, "2*sigmoid(x)");
});

test("a bracket that is open is closed at the end, a wrong one is exchanged", () => {
  assert.deepEqual(fixFor({ code: "syntax_error", span: [0, 1], hint: "Add )" }, "(x+y \n"), { code: ")", adds: true, text: "(x+y)" });
  assert.deepEqual(fixFor({ code: "syntax_error", span: [4, 5], hint: "Write )" }, "(x+y]"), { code: ")", text: "(x+y)" });
});

test("without a place, a hint, or anything to change there is no fix", () => {
  assert.equal(fixFor({ code: "x", span: null, hint: "y" }, "x"), null);
  assert.equal(fixFor({ code: "x", span: [0, 1], hint: null }, "x"), null);
  assert.equal(fixFor({ code: "x", span: [0, 1], hint: "x" }, "x"), null);
});

test("notices are sorted into readings and remarks, each once", () => {
  const reading = { code: "one_name", span: [0, 2], hint: "a b", message: "" };
  const remark = { code: "nonfinite", span: [0, 2], hint: null, message: "" };
  assert.deepEqual(sortNotices([reading, remark, { ...reading }]), { readings: [reading], remarks: [remark] });
});

test("the selection of a problem counts UTF-16 units", () => {
  assert.deepEqual(selectionFor({ span: [1, 2] }, "𝑥?"), [2, 3]);
  assert.equal(selectionFor({ span: null }, "x"), null);
});
