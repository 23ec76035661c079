/** One step's motion: a point runs along the current wires into a gate, or a square out of it. */

import { select } from "d3-selection";
import "d3-transition";

const RUN = 320; // milliseconds at single speed
const SIZE = 5;

const ease = (t) => 1 - (1 - t) ** 3;

function shape(layer, direction) {
  if (direction === "backward") {
    return layer.append("rect").attr("class", "traveller gradient").attr("width", SIZE).attr("height", SIZE).attr("x", -SIZE / 2).attr("y", -SIZE / 2);
  }
  return layer.append("circle").attr("class", "traveller value").attr("r", SIZE / 2);
}

function along(path, direction) {
  const length = path.getTotalLength();
  return () => (t) => {
    const { x, y } = path.getPointAtLength(length * (direction === "backward" ? 1 - t : t));
    return `translate(${x},${y})`;
  };
}

/** Sends a traveller along every current wire of a layer. */
export function travel(layer, direction, speed) {
  layer.selectAll(".traveller").interrupt().remove();
  layer.selectAll(".current .line").each(function run() {
    shape(select(layer.node()), direction)
      .transition()
      .duration(RUN / speed)
      .ease(ease)
      .attrTween("transform", along(this, direction))
      .remove();
  });
}
