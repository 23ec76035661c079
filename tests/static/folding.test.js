import assert from "node:assert/strict";
import { test } from "node:test";
import { foldPatch } from "../../static/js/interact/folding.js";
import { foldable, folded, groupOf, isComposite, isFolded, toggledAll, unfolded } from "../../static/js/folding.js";
import { moved } from "../../static/js/moves.js";
import { changes, counterparts } from "../../static/js/scene/changes.js";
import { createScene } from "../../static/js/scene.js";
import { foldItems } from "../../static/js/scene/folds.js";
import { answer, stateOf } from "./fixtures.js";

const WRITTEN = { fold: [], unfold: [] };
const LAST = ["negative", "exp", "add", "reciprocal"];

/** The sigmoid circuit, its last four gates marked as the engine marks them. */
function written() {
  const kept = answer("sigmoid");
  const part = kept.nodes.slice(-4);
  assert.deepEqual(part.map(({ gate }) => gate), LAST);
  for (const node of part) node.foldable = { gate: "sigmoid", node: part.at(-1).id };
  return kept;
}

/** The same with these four gates in one. */
function oneGate() {
  const kept = answer("sigmoid");
  const nodes = kept.nodes.slice(0, -3);
  const gate = { ...nodes.at(-1), gate: "sigmoid", foldable: null, name: null, span: kept.nodes.at(-1).span };
  const order = { forward: kept.order.forward.slice(0, -3), backward: kept.order.backward.slice(3) };
  const places = kept.layout.nodes.slice(0, -3).map((place, i) => ({ ...place, composite: i === nodes.length - 1 }));
  const shown = [...nodes.slice(0, -1), gate];
  const edges = kept.edges.filter(({ target }) => shown.some(({ id }) => id === target));
  return { ...kept, nodes: shown, edges, order, output: { ...kept.output, node: gate.id }, layout: { ...kept.layout, nodes: places } };
}

test("the gates that a fold would take make one part", () => {
  const [part, ...others] = foldable(written());
  assert.deepEqual(others, []);
  assert.equal(part.gate, "sigmoid");
  assert.equal(part.nodes.length, 4);
  assert.equal(groupOf(written(), part.nodes[1]).id, part.id);
  assert.equal(groupOf(written(), "n0"), null);
});

test("folding a name ends its unfolding, and the other way round", () => {
  assert.deepEqual(folded({ fold: ["relu"], unfold: ["sigmoid"] }, "sigmoid"), { fold: ["relu", "sigmoid"], unfold: [] });
  assert.deepEqual(folded({ fold: "all", unfold: ["sigmoid"] }, "sigmoid"), { fold: "all", unfold: [] });
  assert.deepEqual(unfolded({ fold: ["relu", "sigmoid"], unfold: [] }, "sigmoid"), { fold: ["relu"], unfold: [] });
  assert.deepEqual(unfolded({ fold: ["relu"], unfold: [] }, "sigmoid"), { fold: ["relu"], unfold: ["sigmoid"] });
  assert.deepEqual(unfolded({ fold: "all", unfold: [] }, "sigmoid"), { fold: "all", unfold: ["sigmoid"] });
});

test("where all is written out, folding one leaves the others so", () => {
  const state = { fold: [], unfold: "all", answer: { nodes: [] } };
  const part = (gate, i) => ({ id: `n${i}`, foldable: { gate, node: `n${i}` } });
  state.answer.nodes = ["relu", "sigmoid", "mean", "relu"].map(part);
  assert.deepEqual(folded(state, "sigmoid"), { fold: ["sigmoid"], unfold: ["mean", "relu"] });
});

test("all at once, and back to what was written", () => {
  assert.equal(isFolded(WRITTEN), false);
  assert.deepEqual(toggledAll(WRITTEN), { fold: "all", unfold: [] });
  assert.deepEqual(toggledAll({ fold: "all", unfold: ["mean"] }), WRITTEN);
});

test("a gate of the part folds it, a composite unfolds, any other gate does neither", () => {
  const state = { ...stateOf("sigmoid"), ...WRITTEN, answer: written() };
  assert.deepEqual(foldPatch(state, state.answer.nodes.at(-2).id), { fold: ["sigmoid"], unfold: [] });
  assert.equal(foldPatch(state, "n2"), null);
  const whole = { ...state, fold: ["sigmoid"], answer: oneGate() };
  assert.equal(isComposite(whole.answer, whole.answer.output.node), true);
  assert.deepEqual(foldPatch(whole, whole.answer.output.node), { fold: [], unfold: [] });
});

test("without a server only what was prepared is folded and unfolded", () => {
  const state = { ...stateOf("sigmoid", { answer: written() }), constants: "absorbed", ...WRITTEN };
  const [gate, whole] = [state.answer.output.node, { ...state, fold: ["sigmoid"], answer: oneGate() }];
  assert.equal(foldPatch({ ...state, prepared: { "absorbed||": 0 } }, gate), null);
  assert.deepEqual(foldPatch({ ...state, prepared: { "absorbed|sigmoid|": 1 } }, gate), { fold: ["sigmoid"], unfold: [] });
  assert.equal(foldPatch({ ...whole, prepared: { "absorbed|sigmoid|": 1 } }, whole.answer.output.node), null);
});

test("the part has a brace and a label, and a box while a gate of it is looked at", () => {
  const state = stateOf("sigmoid", { answer: written() });
  const [part] = createScene(state).folds;
  assert.equal(part.written, true);
  assert.equal(part.open, false);
  assert.equal(createScene({ ...state, hovered: state.answer.nodes.at(-3).id }).folds[0].open, true);
  assert.equal(createScene({ ...state, folding: part.node }).folds[0].open, true);
  const places = state.answer.layout.nodes.slice(-4);
  const { x, y, width, height } = part.box;
  for (const place of places) {
    assert.ok(x < place.x - place.width / 2 && place.x + place.width / 2 < x + width);
    assert.ok(y < place.y - place.height / 2 && place.y + place.height / 2 < y + height);
  }
});

test("a label keeps off the wires: it stands below the part, or is left out where there is no room", () => {
  const state = stateOf("sigmoid", { answer: written() });
  const { layout } = state.answer;
  const [{ room }] = createScene(state).folds;
  const crossed = (...heights) => {
    const wires = heights.map((y, i) => ({ id: `e${90 + i}`, path: `M${room.x - 50},${y}H${room.x + 300}`, numbers: null }));
    return { ...layout, edges: [...layout.edges, ...wires] };
  };
  const places = new Map(layout.nodes.map((place) => [place.id, place]));
  const foldIn = (...heights) => foldItems({ answer: state.answer, layout: crossed(...heights), places })[0];
  const below = foldIn(room.y + 10);
  assert.ok(below.written && below.room.y > room.y);
  assert.equal(foldIn(room.y + 10, below.room.y + 10).written, false);
});

test("what is seen when a circuit is folded: the same gates, those that went in, and what they went into", () => {
  const [before, now] = [written(), oneGate()];
  const changed = changes(before.nodes, now.nodes);
  assert.equal(changed.same.size, now.nodes.length - 1);
  assert.deepEqual(changed.gone.map(({ id }) => id), before.nodes.slice(-4).map(({ id }) => id));
  assert.ok(changed.gone.every(({ into }) => into === now.output.node));
  const back = changes(now.nodes, before.nodes);
  assert.ok(back.come.every(({ from }) => from === now.output.node));
  assert.equal(counterparts(before.nodes, before.nodes).size, before.nodes.length);
});

test("the open gate stays open as the composite that takes it, and as the last gate of what it was", () => {
  const [before, now] = [written(), oneGate()];
  const from = (shown, selected) => ({ answer: shown, selected, step: 3, stepped: null });
  assert.equal(moved(from(before, before.nodes.at(-3).id), now, null).selected, now.output.node);
  assert.equal(moved(from(now, now.output.node), before, null).selected, before.output.node);
  assert.equal(moved(from(before, "n2"), now, null).selected, "n2");
});
