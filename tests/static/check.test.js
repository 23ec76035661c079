import assert from "node:assert/strict";
import { test } from "node:test";
import { conclusion, rowsOf } from "../../static/js/panels/check/compare.js";
import { errorText } from "../../static/js/panels/check/table.js";

const input = (gradient, shape = []) => ({ node: "n0", shape, value: 0, gradient });
const found = (numerical, error, rest = {}) => ({ numerical, relative_error: error, ...rest });
const rows = (inputs, checked) => rowsOf({ inputs, check: { inputs: checked } });

test("a row for each input that was compared, with what it means", () => {
  const inputs = { a: input(1), b: input(0), c: input(1), d: input("Infinity"), y: input(null) };
  const checked = { a: found(1, 1e-10), b: found(0.5, 1, { kink: true }), c: found(2, 0.5), d: found("NaN", "NaN") };
  assert.deepEqual(rows(inputs, checked).map(({ name, kind }) => [name, kind]), [["a", "agrees"], ["b", "kink"], ["c", "differs"], ["d", "nonfinite"]]);
});

test("of an array the entry is shown in which the gradients are farthest apart", () => {
  const [row] = rows({ W: input([[1, 2, 3], [4, 5, 6]], [2, 3]) }, { W: found([[1, 2, 3], [4.5, 5, 6]], 1 / 9) });
  assert.deepEqual([row.place, row.analytic, row.numerical], [[1, 0], 4, 4.5]);
  const [unlike] = rows({ x: input([1, "NaN"], [2]) }, { x: found([2, 1], "NaN") });
  assert.deepEqual(unlike.place, [1]);
});

test("arrays that are summed up are shown by their norms, empty ones as nothing", () => {
  const summary = (norm) => ({ summary: true, shape: [500], norm });
  const [row] = rows({ x: input(summary(3), [500]) }, { x: found(summary(3.1), 1e-9) });
  assert.deepEqual([row.place, row.analytic, row.numerical], ["norm", 3, 3.1]);
  assert.equal(rows({ x: input([], [0]) }, { x: found([], 0) })[0].kind, "agrees");
});

test("the conclusion", () => {
  const row = (kind, error = 1e-10) => ({ kind, error });
  assert.deepEqual(conclusion([row("agrees"), row("agrees", 2e-9)]).key, "check.agree");
  assert.equal(conclusion([row("agrees"), row("agrees", 2e-9)]).values.error, 2e-9);
  assert.equal(conclusion([row("agrees")]).key, "check.agrees");
  assert.deepEqual(conclusion([row("agrees"), row("kink", 1)]), { key: "check.kinks", values: { count: 2, agrees: 1, kinks: 1, differs: 0, error: 1e-10 } });
  assert.equal(conclusion([row("kink", 1), row("differs", 1)]).key, "check.differ");
  assert.equal(conclusion([]).key, "check.nothing");
});

test("a relative error has one digit, unless it is large", () => {
  assert.deepEqual([2.4e-10, 0, 0.5, NaN].map(errorText), ["2e−10", "0", "0.50", "NaN"]);
});
