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
import { enclosing } from "./geometry.js";
import { currentGate, isAtRest, stepAt, timeline } from "./steps.js";

const placesOf = new WeakMap();

/** All places of an answer's layout by id, also those that are out of sight. */
function places({ layout }) {
  if (!placesOf.has(layout)) placesOf.set(layout, new Map(layout.nodes.map((place) => [place.id, place])));
  return placesOf.get(layout);
}

function context(state, layout) {
  const { answer, step, selected, hovered, digits, folding = null } = state;
  const line = timeline(answer);
  return {
    answer, step, selected, hovered, digits, folding, line,
    layout,
    places: places(answer),
    now: isAtRest(state) ? { phase: "rest", gate: null } : stepAt(line, step),
    current: currentGate(state),
    nonfinite: firstNonfinite(answer),
  };
}

/**
 * `{box, folds, wires, branches, gates, names, numbers, matrices, sums}` for a state with an answer that has a layout, or for
 * the part of it that `layout` holds.
 */
export function createScene(state, layout = state.answer.layout) {
  const c = context(state, layout);
  const folds = foldItems(c);
  return {
    box: enclosing(c.layout, folds.filter(({ written }) => written).map(({ room }) => room)),
    folds,
    now: c.now,
    wires: wireItems(c),
    branches: branchItems(c),
    gates: gateItems(c),
    names: nameItems(c),
    sums: sumItems(c),
    ...numberItems(c),
  };
}
