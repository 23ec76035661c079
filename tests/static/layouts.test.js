import assert from "node:assert/strict";
import { test } from "node:test";
import { Layouts } from "../../static/js/layouts.js";

const STATE = { source: "x*y", constants: "absorbed", fold: [], unfold: [], inputs: { x: 1, y: [1, 2] } };
const answer = (gate, layout, shape = [2]) => ({ nodes: [{ id: "n0", gate: null, shape: [] }, { id: "n1", gate, shape }], layout });
const drawn = { nodes: [], edges: [] };

function remembering() {
  const layouts = new Layouts();
  layouts.complete(STATE, answer("multiply", drawn));
  return layouts;
}

test("nothing is known before the first answer", () => {
  assert.equal(new Layouts().knows(STATE), false);
});

test("other numbers of the same shapes have the same layout", () => {
  const layouts = remembering();
  assert.ok(layouts.knows({ ...STATE, inputs: { x: 5, y: [3, 4] } }));
  assert.equal(layouts.complete(STATE, answer("multiply", null)).layout, drawn);
});

test("another text, shape, fold or place of constants has another", () => {
  const layouts = remembering();
  for (const patch of [{ source: "x+y" }, { inputs: { x: 1, y: [1, 2, 3] } }, { fold: ["relu"] }, { unfold: "all" }, { constants: "nodes" }]) {
    assert.equal(layouts.knows({ ...STATE, ...patch }), false);
  }
});

test("where a number was a size after all, the circuit is another one and the layout is asked for", () => {
  for (const other of [answer("add", null), answer("multiply", null, [3])]) {
    const layouts = remembering();
    assert.equal(layouts.complete(STATE, other), null);
    assert.equal(layouts.knows(STATE), false);
  }
});
