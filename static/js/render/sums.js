/** The terms of the sum at a branch, behind their total. */

import { drawLayer } from "./layer.js";

export function renderSums(layer, items) {
  drawLayer(layer, "text", items, "text")
    .attr("class", "terms")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .text((item) => item.text);
}
