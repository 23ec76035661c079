/** The names in the figure: inputs left of their wires, intermediates above their numbers, the output at its end. Pure. */

import { nameParts } from "../names.js";
import { numbersTop } from "./labels.js";
import { typeset } from "./gates.js";

const INPUT_GAP = 9; // between an input's name and its wire
const GAP = 7; // between the output's wire and its name

function inputName(c, place) {
  const node = c.line.nodes.get(place.id);
  const constant = node.kind === "constant" && !node.name;
  return {
    id: place.id,
    kind: constant ? "constant" : "input",
    x: place.x - INPUT_GAP,
    y: place.y + 6,
    width: place.width,
    parts: constant ? { base: typeset(place.label), subscript: "" } : nameParts(node.name),
    hovered: c.hovered === place.id,
    selected: c.selected === place.id,
    nonfinite: c.nonfinite === place.id,
  };
}

function nameOf(c, node) {
  return node.id === c.line.output ? (c.answer.output.name ?? node.name) : node.name;
}

function isNamedGate(c, { id }) {
  const node = c.line.nodes.get(id);
  return node.kind === "gate" && Boolean(nameOf(c, node));
}

/** Where the output's wire ends: the last horizontal move of its path. */
function wireEnd({ wire, stub }) {
  return Number(/H([-\d.]+)$/.exec(wire ?? "")?.[1] ?? stub[1]);
}

function gateName(c, place) {
  const node = c.line.nodes.get(place.id);
  const output = place.id === c.line.output;
  const at = output
    ? { kind: "output", x: wireEnd(place) + GAP, y: place.y + 6 }
    : { kind: "intermediate", x: place.numbers.x, y: numbersTop(c, place) - 8 };
  return { id: `${place.id}-name`, ...at, parts: nameParts(nameOf(c, node)) };
}

export function nameItems(c) {
  const gates = c.layout.nodes.filter((place) => isNamedGate(c, place));
  const others = c.layout.nodes.filter(({ id }) => c.line.nodes.get(id).kind !== "gate");
  return [...others.map((place) => inputName(c, place)), ...gates.map((place) => gateName(c, place))];
}
