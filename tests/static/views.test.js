import assert from "node:assert/strict";
import { test } from "node:test";
import { between, pointAt, scaledAbout, scaledBy, viewText, within } from "../../static/js/interact/views.js";

const SIZE = { width: 400, height: 200 };
const near = (one, other) => Object.keys(other).forEach((key) => assert.ok(Math.abs(one[key] - other[key]) < 1e-9, `${key}: ${one[key]}`));

test("what is under the pointer stays there while the view is scaled", () => {
  const view = { k: 1.5, x: -30, y: 12 };
  const place = { x: 220, y: 70 };
  near(pointAt(scaledAbout(view, 3, place), place), pointAt(view, place));
  near(pointAt(scaledBy(view, 0.5, SIZE), { x: 200, y: 100 }), pointAt(view, { x: 200, y: 100 }));
});

test("a view stays within the bounds, and in their middle where the window is larger", () => {
  const bounds = { x: -100, y: 0, width: 1000, height: 100 };
  near(within({ k: 1, x: 300, y: 50 }, SIZE, bounds), { k: 1, x: 100, y: 50 });
  near(within({ k: 1, x: -900, y: 0 }, SIZE, bounds), { k: 1, x: -500, y: 50 });
  near(within({ k: 2, x: -10, y: -3 }, SIZE, bounds), { k: 2, x: -10, y: 0 });
});

test("a glide begins and ends where it should, and passes through the middle", () => {
  const [from, to] = [{ k: 1, x: 0, y: 0 }, { k: 4, x: -800, y: -100 }];
  near(between(from, to, 0, SIZE), from);
  assert.equal(between(from, to, 1, SIZE), to);
  const half = between(from, to, 0.5, SIZE);
  assert.equal(half.k, 2);
  const [start, end] = [from, to].map((view) => pointAt(view, { x: 200, y: 100 }));
  near(pointAt(half, { x: 200, y: 100 }), { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
});

test("a view is written as a transform", () => assert.equal(viewText({ k: 2, x: -1.5, y: 3 }), "translate(-1.5,3) scale(2)"));
