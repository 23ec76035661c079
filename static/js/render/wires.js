/** Wires: a line for a scalar, a double line for an array. */

import { drawLayer } from "./layer.js";

const className = ({ array, state, lost }) => `wire ${state}${array ? " array" : ""}${lost ? " lost" : ""}`;

function enterWire(enter) {
  const wire = enter.append("g");
  wire.append("path").attr("class", "line");
  wire.append("path").attr("class", "core");
  return wire;
}

export function renderWires(layer, items) {
  const wires = drawLayer(layer, "g", items, enterWire);
  wires.attr("class", className).attr("data-wire", (item) => item.id);
  wires.select(".line").attr("d", (item) => item.path);
  wires.select(".core").attr("d", (item) => (item.array ? item.path : null));
}
