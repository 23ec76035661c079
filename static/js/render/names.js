/** Names in math italics, subscripts in roman; those of inputs can be chosen. */

import { asButtons } from "./focusable.js";
import { drawLayer } from "./layer.js";
import { put, putText } from "./put.js";

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
  const x = (item) => item.x - width(item) + 7;
  put(names.select(".target"), { x, y: (item) => item.y - 21, width, height: 30 });
}

function updateText(names) {
  put(names.select("text"), { x: (item) => item.x, y: (item) => item.y });
  putText(names.select(".base"), (item) => item.parts.base);
  putText(names.select(".subscript"), (item) => item.parts.subscript);
}

export function renderNames(layer, items) {
  const names = put(drawLayer(layer, "g", items, enterName), { class: className });
  const inputs = names.filter(isInput);
  asButtons(inputs);
  updateTarget(inputs);
  names.filter((item) => !isInput(item)).attr("aria-hidden", true).select(".target").remove();
  updateText(names);
}
