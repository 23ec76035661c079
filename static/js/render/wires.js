/** Wires: a line for a scalar, a double line for an array. */

import { drawLayer } from "./layer.js";
import { put } from "./put.js";

const className = ({ array, state, lost }) => `wire ${state}${array ? " array" : ""}${lost ? " lost" : ""}`;

function enterWire(enter) {
  const wire = enter.append("g");
  wire.append("path").attr("class", "line");
  wire.append("path").attr("class", "core");
  return wire;
}

export function renderWires(layer, items) {
  const wires = drawLayer(layer, "g", items, enterWire);
  put(wires, { class: className, "data-wire": (item) => item.id });
  put(wires.select(".line"), { d: (item) => item.path });
  put(wires.select(".core"), { d: (item) => (item.array ? item.path : null) });
}
