/** The whole circuit in a strip, with a frame around the part that the figure shows. */

import { select } from "d3-selection";
import { gatePaths } from "../geometry.js";
import { MANY } from "../scene/window.js";
import { put } from "./put.js";

const HEIGHT = 34;
const WIDEST = 190;

function update(layer, tag, className, items, attributes) {
  const parts = layer.selectAll(`.${className}`).data(items, (item) => item.id).join(tag).attr("class", className);
  for (const [name, value] of Object.entries(attributes)) parts.attr(name, value);
}

const isGate = ({ shape }) => shape !== "name" && shape !== "constant";

/** A dot in each pixel of the strip in which there are gates; a circuit may have many more gates than that. */
export function dots(gates, scale) {
  const pixels = gates.map(({ x, y }) => `M${Math.round(x * scale) / scale},${Math.round(y * scale) / scale}h.1`);
  return [...new Set(pixels)].join("");
}

function drawCircuit(circuit, { nodes, edges }, scale) {
  const few = nodes.length <= MANY; // of more, only where they stand is shown
  const gates = nodes.filter(isGate);
  const trunks = nodes.filter(({ wire }) => wire).map(({ id, wire }) => ({ id: `${id}-wire`, path: wire }));
  update(circuit, "path", "wire", few ? [...trunks, ...edges] : [], { d: (item) => item.path });
  update(circuit, "path", "body", few ? gates : [], { d: (item) => gatePaths(item).body });
  update(circuit, "path", "crowd", few ? [] : [{ id: "all" }], { d: () => dots(gates, scale) });
}

function drawFrame(frame, { x, y, width, height }) {
  frame.attr("x", x).attr("y", y).attr("width", width).attr("height", height);
}

/** `{draw(layout, box), frame(window), show(visible)}` for an `svg` element. */
export function createOverview(element) {
  const svg = select(element).attr("class", "overview").attr("aria-hidden", true);
  const circuit = svg.append("g");
  const frame = svg.append("rect").attr("class", "window").attr("rx", 8);

  let drawn = null;

  function draw(layout, { x, y, width, height }) {
    const scale = Math.min(HEIGHT / height, WIDEST / width);
    const size = { height: HEIGHT, width: Math.min((HEIGHT * width) / height, WIDEST) };
    put(svg, { viewBox: `${x} ${y} ${width} ${height}`, ...size });
    if (layout !== drawn) drawCircuit(circuit, layout, scale); // while only numbers change, the layout is the same
    drawn = layout;
  }

  return { draw, frame: (box) => drawFrame(frame, box), show: (visible) => svg.attr("hidden", visible ? null : true) };
}
