import assert from "node:assert/strict";
import { test } from "node:test";
import { dots } from "../../static/js/render/overview.js";

const count = (path) => path.match(/M/g).length;

test("the strip has a dot for each gate, where they stand apart", () => {
  assert.equal(count(dots([{ x: 0, y: 0 }, { x: 40, y: 0 }, { x: 40, y: 40 }], 0.1)), 3);
});

test("the strip of ten thousand gates has no more dots than pixels", () => {
  const gates = Array.from({ length: 10_000 }, (_, i) => ({ x: 150 * i, y: 18.5 }));
  assert.equal(count(dots(gates, 190 / 1_500_000)), 191);
});
