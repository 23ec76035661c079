/** Wires: a line for a scalar, a double line for an array. */

const className = ({ array, state, lost }) => `wire ${state}${array ? " array" : ""}${lost ? " lost" : ""}`;

function enterWire(enter) {
  const wire = enter.append("g");
  wire.append("path").attr("class", "line");
  wire.append("path").attr("class", "core");
  return wire;
}

export function renderWires(layer, items) {
  const wires = layer.selectAll(":scope > g").data(items, (item) => item.id).join(enterWire);
  wires.attr("class", className).attr("data-wire", (item) => item.id);
  wires.select(".line").attr("d", (item) => item.path);
  wires.select(".core").attr("d", (item) => (item.array ? item.path : null));
}
