import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf } from "../../static/js/panels/formula/parts.js";

test("the letters of a formula without marks are not measured one by one", () => {
  const formula = { querySelectorAll: () => [] }; // under node there is no document that could be walked through
  assert.deepEqual(partsOf(formula, { getBoundingClientRect: () => ({ left: 0, top: 0 }) }), []);
});
