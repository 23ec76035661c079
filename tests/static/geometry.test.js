import assert from "node:assert/strict";
import { test } from "node:test";
import { brackets, centreOn, contains, fit, gatePaths, intersect, outline, windowOf } from "../../static/js/geometry.js";

const box = { x: -40, y: -100, width: 1000, height: 200 };
const numbers = (path) => path.match(/-?\d+(\.\d+)?/g).map(Number);

test("fitting shows a whole circuit in the middle", () => {
  const { k, x, y } = fit(box, { width: 1100, height: 240 }, [0.85, 1.2]);
  assert.equal(k, 1.1);
  assert.deepEqual([x + box.x * k, y + (box.y + 100) * k], [0, 120]);
});

test("fitting keeps text legible: a circuit that is too wide starts at its left edge", () => {
  const { k, x } = fit(box, { width: 500, height: 400 }, [0.85, 1.2]);
  assert.equal(k, 0.85);
  assert.equal(x, 34);
});

test("a small circuit is not blown up", () => assert.equal(fit({ x: 0, y: 0, width: 100, height: 50 }, { width: 1000, height: 300 }, [0.85, 1.2]).k, 1.2));

test("centring stops at the edges of the circuit", () => {
  const viewport = { width: 300, height: 300 };
  assert.equal(centreOn({ x: -40, y: 0 }, 1, box, viewport).x, 40);
  assert.equal(centreOn({ x: 400, y: 0 }, 1, box, viewport).x, -250);
  assert.equal(centreOn({ x: 960, y: 0 }, 1, box, viewport).x, -660);
  assert.equal(centreOn({ x: 0, y: -100 }, 1, box, viewport).y, 150);
});

test("the window under a transform, and what lies in it", () => {
  const seen = windowOf({ k: 2, x: -100, y: 20 }, { width: 400, height: 200 });
  assert.deepEqual(seen, { x: 50, y: -10, width: 200, height: 100 });
  assert.ok(contains(box, { x: 0, y: 0, width: 10, height: 10 }));
  assert.ok(!contains(seen, box));
  assert.deepEqual(intersect(seen, box), { x: 50, y: -10, width: 200, height: 100 });
  assert.equal(intersect(seen, { x: 900, y: 0, width: 10, height: 10 }).width, 1);
});

const shapes = { circle: [36, 36], stadium: [78, 36], square: [46, 36], rearranging: [46, 36], funnel: [54, 36] };
for (const [shape, [width, height]] of Object.entries(shapes)) {
  const gate = { shape, x: 100, y: 50, width, height };
  test(`a ${shape} has a closed body, a lower half below its axis, and a ring around it`, () => {
    const { body, half, detail } = gatePaths(gate);
    assert.match(body, /z$/i);
    assert.equal(numbers(half)[1], 50);
    assert.notEqual(outline(gate, 5), body);
    assert.equal(detail !== "", shape === "rearranging");
  });
}

test("brackets open to the inside", () => assert.equal(brackets(10, 20, 50, 34), "M14,20h-4v34h4M56,20h4v34h-4"));
