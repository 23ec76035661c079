/** The gates: outline, label, and the state that tells how far the two passes have come. Pure. */

import { gatePaths, outline } from "../geometry.js";

const RING = 5; // pixels between a gate and the ring of the selected one
const OPERATORS = new Set(["∗", "+", "−", "/", "*", "-", "·", "×", "÷"]);

function gateState(c, id) {
  if (id === c.current) return "current";
  if (c.step < c.line.forwardAt.get(id)) return "pending";
  return c.step >= (c.line.backwardAt.get(id) ?? Infinity) ? "backward" : "forward";
}

/** A hyphen and an asterisk as they are set in a formula. */
export function typeset(label) {
  return label.replace(/-/g, "−").replace(/\*/g, "∗");
}

const paths = new WeakMap();

/** The outlines of a place, drawn up once. */
function pathsOf(place) {
  if (!paths.has(place)) paths.set(place, { ...gatePaths(place), ring: outline(place, RING) });
  return paths.get(place);
}

function gateItem(c, place) {
  const { id, x, y, width, height, label } = place;
  const node = c.line.nodes.get(id);
  const [hovered, selected] = [c.hovered === id, c.selected === id];
  return {
    id, x, y, width, height, hovered, selected,
    ...pathsOf(place),
    label: typeset(label),
    operator: OPERATORS.has(label),
    state: gateState(c, id),
    nonfinite: c.nonfinite === id && gateState(c, id) !== "pending",
    pattern: hovered || selected ? node.pattern : null,
  };
}

export function gateItems(c) {
  const isGate = (place) => c.line.nodes.get(place.id).kind === "gate";
  return c.layout.nodes.filter(isGate).map((place) => gateItem(c, place));
}
