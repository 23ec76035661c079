/** The parts that can be folded. The label is a button; the box stands behind the circuit. */

import { drawLayer } from "./layer.js";

const CORNER = 12;

function enterBox(enter) {
  return enter.append("rect").attr("class", "foldbox").attr("rx", CORNER);
}

/** Draws the box around each part that is looked at. */
export function renderFoldBoxes(layer, items) {
  const boxes = drawLayer(layer, "rect", items.filter(({ open }) => open), enterBox);
  for (const key of ["x", "y", "width", "height"]) boxes.attr(key, ({ box }) => box[key]);
}

function enterFold(enter) {
  const fold = enter.append("g").attr("role", "button").attr("tabindex", -1);
  fold.append("path").attr("class", "brace");
  fold.append("rect").attr("class", "target").attr("rx", 11);
  fold.append("text").attr("class", "foldlabel");
  return fold;
}

const className = ({ open, written }) => `fold${open ? " open" : ""}${written || open ? "" : " bare"}`;

/** Draws a brace and a label at each part; items have a `label`. */
export function renderFolds(layer, items) {
  const folds = drawLayer(layer, "g", items, enterFold).attr("class", className);
  folds.attr("data-fold", ({ node }) => node).attr("aria-label", ({ label }) => label);
  folds.select(".brace").attr("d", ({ brace }) => brace);
  for (const key of ["x", "y", "width", "height"]) folds.select(".target").attr(key, ({ room }) => room[key]);
  folds.select("text").attr("x", ({ x }) => x).attr("y", ({ y }) => y).text(({ label }) => label);
}
