/** The dot where a value fans out, with the ring of the selected one. */

import { asButtons, waiting } from "./focusable.js";
import { drawLayer } from "./layer.js";

const DOT = 4.5;
const RING = 13;
const TARGET = 14;

function className({ state, hovered, selected }) {
  return `branch ${state}${hovered ? " hovered" : ""}${selected ? " selected" : ""}`;
}

function enterBranch(enter) {
  const branch = waiting(enter.append("g"));
  branch.append("circle").attr("class", "target").attr("r", TARGET);
  branch.append("circle").attr("class", "ring").attr("r", RING);
  branch.append("circle").attr("class", "dot").attr("r", DOT);
  return branch;
}

export function renderBranches(layer, items) {
  const branches = drawLayer(layer, "g", items, enterBranch);
  branches.attr("class", className).attr("transform", ({ x, y }) => `translate(${x},${y})`);
  asButtons(branches);
}
