import assert from "node:assert/strict";
import { test } from "node:test";
import { createPrepared } from "../../static/js/document/prepared.js";
import { canShow, viewKey } from "../../static/js/folding.js";
import { initialState } from "../../static/js/store.js";

const part = { gate: "sigmoid", node: "n2" };
const written = { nodes: [{ id: "n1", gate: "exp", foldable: part }, { id: "n2", gate: "reciprocal", foldable: part }] };
const folded = { nodes: [{ id: "n1", gate: "sigmoid", foldable: null }] };
const curve = { from: -1, to: 1, values: [0, 1, 4], derivatives: [0, 1, 2] };
const data = (views) => ({ views, answers: [written, folded], closeups: [curve, { kind: "dense" }], closeupsOf: [{ "n1:0": 0 }, { e0: 1 }] });
const BOTH = { "absorbed||": 0, "absorbed|sigmoid|": 1 };
const state = (patch, views = BOTH) => ({ ...initialState, prepared: views, ...patch });

test("a view is named as the engine names it", () => {
  assert.equal(viewKey(initialState), "absorbed||");
  assert.equal(viewKey({ constants: "nodes", fold: "all", unfold: ["mean", "relu"] }), "nodes|all|mean,relu");
});

test("with a server everything can be shown, without one what was prepared", () => {
  assert.equal(canShow(initialState, { fold: "all" }), true);
  assert.equal(canShow(state({}), { fold: ["sigmoid"] }), true);
  assert.equal(canShow(state({}), { fold: "all" }), false);
  assert.equal(canShow(state({}), { fold: ["constructor"] }), false);
});

test("each view has its answer, the same object whenever it is shown", () => {
  const { answer } = createPrepared(data(BOTH));
  assert.deepEqual(answer(state({})).nodes, written.nodes);
  assert.equal(answer(state({})), answer(state({ step: 3 })));
  assert.deepEqual(answer(state({ fold: ["sigmoid"] })).nodes, folded.nodes);
});

test("what cannot be folded here is not offered", () => {
  const views = { "absorbed||": 0 };
  const { answer } = createPrepared(data(views));
  assert.deepEqual(answer(state({}, views)).nodes.map(({ foldable }) => foldable), [null, null]);
});

test("curves and Jacobians are those of the view, and refused where there are none", () => {
  const prepared = createPrepared(data(BOTH));
  const request = { constants: "absorbed", fold: [], unfold: [], node: "n1", operand: 0, edge: "e0" };
  assert.deepEqual(prepared.curve(request), { kind: "answer", data: { points: [-1, 0, 1], values: [0, 1, 4], derivatives: [0, 1, 2] } });
  assert.deepEqual(prepared.jacobian({ ...request, fold: ["sigmoid"] }), { kind: "answer", data: { kind: "dense" } });
  assert.deepEqual([prepared.curve({ ...request, operand: 1 }), prepared.jacobian(request)], [{ kind: "problem" }, { kind: "problem" }]);
});
