/** Small arrays in brackets, decimals aligned. */

import { drawLayer } from "./layer.js";

const className = ({ role, tone, fresh }) => `matrix ${role} ${tone}${fresh ? " fresh" : ""}`;

function enterMatrix(enter) {
  const matrix = enter.append("g");
  matrix.append("path");
  return matrix;
}

function renderCells(matrices) {
  matrices
    .selectAll("text")
    .data((item) => item.cells)
    .join("text")
    .attr("x", (cell) => cell.x)
    .attr("y", (cell) => cell.y)
    .text((cell) => cell.text);
}

export function renderMatrices(layer, items) {
  const matrices = drawLayer(layer, "g", items, enterMatrix);
  matrices.attr("class", className).attr("data-number", (item) => item.id);
  matrices.select("path").attr("d", (item) => item.bracket);
  renderCells(matrices);
}
