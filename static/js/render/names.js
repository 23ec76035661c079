/** Names in math italics, subscripts in roman; those of inputs can be chosen. */

import { asButtons } from "./focusable.js";
import { drawLayer } from "./layer.js";

const DROP = 4; // of a subscript

/** Whether a name is one that can be chosen. */
export const isInput = ({ kind }) => kind === "input" || kind === "constant";

function className({ kind, hovered, selected }) {
  return `name ${kind}${hovered ? " hovered" : ""}${selected ? " selected" : ""}`;
}

function enterName(enter) {
  const name = enter.append("g").attr("tabindex", (item) => (isInput(item) ? -1 : null));
  name.append("rect").attr("class", "target").attr("rx", 6);
  const text = name.append("text");
  text.append("tspan").attr("class", "base");
  text.append("tspan").attr("class", "subscript").attr("dy", DROP);
  return name;
}

function updateTarget(names) {
  const width = (item) => Math.max(item.width, 16) + 14;
  names
    .select(".target")
    .attr("x", (item) => item.x - width(item) + 7)
    .attr("y", (item) => item.y - 21)
    .attr("width", width)
    .attr("height", 30);
}

function updateText(names) {
  names.select("text").attr("x", (item) => item.x).attr("y", (item) => item.y);
  names.select(".base").text((item) => item.parts.base);
  names.select(".subscript").text((item) => item.parts.subscript);
}

export function renderNames(layer, items) {
  const names = drawLayer(layer, "g", items, enterName).attr("class", className);
  const inputs = names.filter(isInput);
  asButtons(inputs);
  updateTarget(inputs);
  names.filter((item) => !isInput(item)).attr("aria-hidden", true).select(".target").remove();
  updateText(names);
}
