/** The terms of the sum at a branch, behind their total. */

export function renderSums(layer, items) {
  layer
    .selectAll(":scope > text")
    .data(items, (item) => item.id)
    .join("text")
    .attr("class", "terms")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .text((item) => item.text);
}
