/**
 * What to draw: an answer and how it is looked at, turned into one list of drawables for each layer. Pure.
 *
 * Every drawable has an `id` that stays the same from step to step, so that a layer is one `data(items, d => d.id)`.
 */

import { firstNonfinite } from "./scene/nonfinite.js";
import { foldItems } from "./scene/folds.js";
import { gateItems } from "./scene/gates.js";
import { branchItems, sumItems } from "./scene/branches.js";
import { nameItems } from "./scene/names.js";
import { numberItems } from "./scene/labels.js";
import { wireItems } from "./scene/wires.js";
import { enclosing, placesOf } from "./geometry.js";
import { currentGate, isAtRest, stepAt, timeline } from "./steps.js";

function context(state, layout) {
  const { answer, step, selected, hovered, digits, folding = null } = state;
  const line = timeline(answer);
  return {
    answer, step, selected, hovered, digits, folding, line,
    layout,
    places: placesOf(answer.layout), // also those that are out of sight
    now: isAtRest(state) ? { phase: "rest", gate: null } : stepAt(line, step),
    current: currentGate(state),
    nonfinite: firstNonfinite(answer),
  };
}

/**
 * `{box, folds, wires, branches, gates, names, numbers, matrices, sums}` for a state with an answer that has a layout, or for
 * the part of it that `layout` holds; wires and numbers, which are only seen, may be left to those of a smaller part, `near`.
 */
export function createScene(state, layout = state.answer.layout, near = layout) {
  const c = context(state, layout);
  const seen = { ...c, layout: near };
  const folds = foldItems(c);
  return {
    box: enclosing(c.layout, folds.filter(({ written }) => written).map(({ room }) => room)),
    folds,
    now: c.now,
    wires: wireItems(seen),
    branches: branchItems(c),
    gates: gateItems(c),
    names: nameItems(c),
    sums: sumItems(seen),
    ...numberItems(seen),
  };
}
