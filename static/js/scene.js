/**
 * What to draw: an answer and how it is looked at, turned into one list of drawables for each layer. Pure.
 *
 * Every drawable has an `id` that stays the same from step to step, so that a layer is one `data(items, d => d.id)`.
 */

import { firstNonfinite } from "./scene/nonfinite.js";
import { gateItems } from "./scene/gates.js";
import { branchItems, sumItems } from "./scene/branches.js";
import { nameItems } from "./scene/names.js";
import { numberItems } from "./scene/labels.js";
import { wireItems } from "./scene/wires.js";
import { currentGate, isAtRest, stepAt, timeline } from "./steps.js";

function context(state) {
  const { answer, step, selected, hovered, digits } = state;
  const line = timeline(answer);
  return {
    answer, step, selected, hovered, digits, line,
    layout: answer.layout,
    places: new Map(answer.layout.nodes.map((place) => [place.id, place])),
    now: isAtRest(state) ? { phase: "rest", gate: null } : stepAt(line, step),
    current: currentGate(state),
    nonfinite: firstNonfinite(answer),
  };
}

/** `{box, wires, branches, gates, names, numbers, matrices, sums}` for a state with an answer that has a layout. */
export function createScene(state) {
  const c = context(state);
  const { x, y, width, height } = c.layout;
  return {
    box: { x, y, width, height },
    now: c.now,
    wires: wireItems(c),
    branches: branchItems(c),
    gates: gateItems(c),
    names: nameItems(c),
    sums: sumItems(c),
    ...numberItems(c),
  };
}
