/** One step's motion: a point runs along the current wires into a gate, or a square out of it. */

import { select } from "d3-selection";
import { tween } from "../interact/tween.js";

const RUN = 320; // milliseconds at single speed
const SIZE = 5;

const ease = (t) => 1 - (1 - t) ** 3;

function shape(layer, direction) {
  if (direction === "backward") {
    return layer.append("rect").attr("class", "traveller gradient").attr("width", SIZE).attr("height", SIZE).attr("x", -SIZE / 2).attr("y", -SIZE / 2);
  }
  return layer.append("circle").attr("class", "traveller value").attr("r", SIZE / 2);
}

/** Where on a path, of which `t` is behind, a traveller stands. */
function along(path, direction) {
  const length = path.getTotalLength();
  return (t) => {
    const { x, y } = path.getPointAtLength(length * (direction === "backward" ? 1 - t : t));
    return `translate(${x},${y})`;
  };
}

/** Sends a traveller along every current wire of a layer. */
export function travel(layer, direction, speed) {
  layer.selectAll(".traveller").remove();
  layer.selectAll(".current .line").each(function run() {
    const [traveller, place] = [shape(select(layer.node()), direction), along(this, direction)];
    tween(RUN / speed, (t) => traveller.attr("transform", place(ease(t))), () => traveller.remove());
  });
}
