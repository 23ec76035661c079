/** What is looked at in a circuit drawn small: its sign and its numbers at reading size, beside it. */

import { drawLayer } from "./layer.js";

const [WIDTH, HEIGHT, AWAY] = [112, 66, 14]; // screen pixels, and how far above its node it stands
const LINES = [["symbol", 19], ["value", 38], ["gradient", 56]];

function enterLens(enter) {
  const lens = enter.append("g").attr("class", "lens").attr("aria-hidden", true);
  lens.append("rect").attr("x", -WIDTH / 2).attr("width", WIDTH).attr("height", HEIGHT).attr("rx", 8);
  for (const [name, y] of LINES) lens.append("text").attr("class", name).attr("y", y);
  return lens;
}

function placed({ x, y, height, k }) {
  const top = y - height / 2 - (HEIGHT + AWAY) / k;
  return `translate(${x},${top}) scale(${1 / k})`;
}

/** The lenses of a scene at a scale: one for each gate or name in it. */
export function lensItems({ gates, names, numbers }, k) {
  const text = (id) => numbers.find((number) => number.id === id)?.text ?? "";
  const named = names.filter(({ kind }) => kind === "input").map((name) => ({ ...name, height: 0, label: name.parts.base + name.parts.subscript }));
  return [...gates, ...named].map(({ id, x, y, height, label }) => (
    { id: `lens:${id}`, x, y, height, k, symbol: label, value: text(`${id}-value`), gradient: text(`${id}-gradient`) }
  ));
}

export function renderLens(layer, items) {
  const lenses = drawLayer(layer, "g", items, enterLens).attr("transform", placed);
  for (const [name] of LINES) lenses.select(`.${name}`).text((item) => item[name]);
}
