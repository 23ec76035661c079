import assert from "node:assert/strict";
import { test } from "node:test";
import { nameLatex, nameParts, nameText, nameWidth } from "../../static/js/names.js";

const cases = [
  ["w0", "w", "0"], ["w_0", "w", "0"], ["w_{0}", "w", "0"], ["w₀", "w", "0"], ["x", "x", ""], ["W12", "W", "12"], ["theta", "θ", ""],
  ["\\theta", "θ", ""], ["alpha1", "α", "1"], ["loss", "loss", ""], ["cell_body_sum", "cell_body_sum", ""], ["w1_0", "w", "1,0"], ["가", "가", ""],
];
for (const [name, base, subscript] of cases) {
  test(`${name} is set as ${base} with the subscript "${subscript}"`, () => assert.deepEqual(nameParts(name), { base, subscript }));
}

test("a name in LaTeX", () => {
  assert.deepEqual(["w0", "theta", "x", "loss", "a_b"].map(nameLatex), ["w_{0}", "\\theta", "x", "\\mathit{loss}", "\\mathit{a\\_b}"]);
});

test("a name as it is spoken, and how much room it takes", () => {
  assert.equal(nameText("w_0"), "w0");
  assert.ok(nameWidth("w0", 21) < nameWidth("loss", 21));
});
