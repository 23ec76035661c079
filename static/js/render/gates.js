/** Gates: body, tinted lower half, label, ring of the selected one, mark of a number that is not finite, pattern. */

import { asButtons, waiting } from "./focusable.js";
import { drawLayer } from "./layer.js";
import { put, putText } from "./put.js";

const BADGE = 19; // from a gate's lower edge to the baseline of its pattern
const PARTS = ["ring", "body", "half", "rim", "detail"];
const MARK = 9; // radius of the disc at a gate whose number is not finite

function className({ state, hovered, selected }) {
  return `gate ${state}${hovered ? " hovered" : ""}${selected ? " selected" : ""}`;
}

function enterMark(gate) {
  const mark = gate.append("g").attr("class", "nonfinite").attr("aria-hidden", true);
  mark.append("circle").attr("r", MARK);
  mark.append("text").attr("y", 4.3).text("!");
}

function enterGate(enter) {
  const gate = waiting(enter.append("g"));
  for (const part of PARTS) gate.append("path").attr("class", part);
  gate.append("text").attr("class", "symbol");
  enterMark(gate);
  gate.append("text").attr("class", "badge");
  return gate;
}

function updatePaths(gates) {
  for (const part of PARTS) put(gates.select(`.${part}`), { d: (item) => item[part] });
}

function updateSymbol(gates) {
  const symbols = put(gates.select(".symbol"), {
    class: (item) => (item.operator ? "symbol operator" : "symbol"),
    x: (item) => item.x,
    y: (item) => item.y + (item.operator ? 6.5 : 4.8),
  });
  putText(symbols, (item) => item.symbol);
}

function updateMark(gates) {
  put(gates.select(".nonfinite"), {
    display: (item) => (item.nonfinite ? null : "none"),
    transform: (item) => `translate(${item.x + item.width / 2 - 2},${item.y - item.height / 2 + 3})`,
  });
}

function updateBadge(gates) {
  const badges = put(gates.select(".badge"), { x: (item) => item.x, y: (item) => item.y + item.height / 2 + BADGE });
  putText(badges, (item) => item.badge);
}

/** Draws gates whose items have a `symbol`, a `badge` and, for screen readers, a `label`. */
export function renderGates(layer, items) {
  const gates = put(drawLayer(layer, "g", items, enterGate), { class: className });
  asButtons(gates);
  updatePaths(gates);
  updateSymbol(gates);
  updateMark(gates);
  updateBadge(gates);
}
