/** The whole circuit in a strip, with a frame around the part that the figure shows. */

import { select } from "d3-selection";

const HEIGHT = 34;
const WIDEST = 190;

function update(layer, tag, className, items, attributes) {
  const parts = layer.selectAll(`.${className}`).data(items, (item) => item.id).join(tag).attr("class", className);
  for (const [name, value] of Object.entries(attributes)) parts.attr(name, value);
}

function drawCircuit(circuit, scene) {
  update(circuit, "path", "wire", scene.wires, { d: (item) => item.path });
  update(circuit, "path", "body", scene.gates, { d: (item) => item.body });
}

function drawFrame(frame, { x, y, width, height }) {
  frame.attr("x", x).attr("y", y).attr("width", width).attr("height", height);
}

/** `{draw(scene), frame(window), show(visible)}` for an `svg` element. */
export function createOverview(element) {
  const svg = select(element).attr("class", "overview").attr("aria-hidden", true);
  const circuit = svg.append("g");
  const frame = svg.append("rect").attr("class", "window").attr("rx", 8);

  function draw(scene) {
    const { x, y, width, height } = scene.box;
    svg.attr("viewBox", `${x} ${y} ${width} ${height}`).attr("height", HEIGHT);
    svg.attr("width", Math.min((HEIGHT * width) / height, WIDEST));
    drawCircuit(circuit, scene);
  }

  return { draw, frame: (box) => drawFrame(frame, box), show: (visible) => svg.attr("hidden", visible ? null : true) };
}
