/** Numbers and shapes on the wires, and the dots that hold the place of those that are still to come. */

import { drawLayer } from "./layer.js";
import { put, putText } from "./put.js";

const PLACE = 1.7; // radius of a place-holder
const MARKS = { value: "▸ ", gradient: "◂ " }; // shown where colour is not to be relied on

const className = ({ role, tone, fresh }) => `number ${role} ${tone}${fresh ? " fresh" : ""}`;

function enterNumber(enter) {
  const text = enter.append("text");
  text.append("tspan").attr("class", "mark").attr("aria-hidden", true);
  text.append("tspan").attr("class", "figures");
  return text;
}

function renderTexts(layer, items) {
  const texts = drawLayer(layer, "text", items, enterNumber);
  put(texts, { class: className, "data-number": (item) => item.id, x: (item) => item.x, y: (item) => item.y });
  putText(texts.select(".mark"), (item) => MARKS[item.role]);
  putText(texts.select(".figures"), (item) => item.text);
  return texts;
}

function explain(texts) {
  texts
    .selectAll("title")
    .data((item) => (item.title ? [item.title] : []))
    .join("title")
    .text((title) => title);
}

function renderPlaces(layer, items) {
  drawLayer(layer, "circle", items, "circle")
    .attr("class", "place")
    .attr("r", PLACE)
    .attr("cx", (item) => item.x)
    .attr("cy", (item) => item.y);
}

export function renderNumbers(layer, items) {
  renderPlaces(layer, items.filter((item) => item.place));
  explain(renderTexts(layer, items.filter((item) => !item.place)));
}
