import assert from "node:assert/strict";
import { test } from "node:test";
import { textScale } from "../../static/js/interact/zoom.js";

test("texts that keep their size change it in few steps while one zooms, and never fall below it", () => {
  const scales = Array.from({ length: 400 }, (_, i) => 4 * 0.99 ** i);
  assert.ok(new Set(scales.map(textScale)).size < 30);
  assert.ok(scales.every((k) => textScale(k) <= k && textScale(k) > Math.min(k, 1) / 1.11));
});
