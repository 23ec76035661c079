/** Gates: body, tinted lower half, label, ring of the selected one, mark of a number that is not finite, pattern. */

import { asButtons, waiting } from "./focusable.js";

const BADGE = 19; // from a gate's lower edge to the baseline of its pattern
const MARK = 9; // radius of the disc at a gate whose number is not finite

function className({ state, hovered, selected }) {
  return `gate ${state}${hovered ? " hovered" : ""}${selected ? " selected" : ""}`;
}

function enterMark(gate) {
  const mark = gate.append("g").attr("class", "nonfinite").attr("aria-hidden", true);
  mark.append("circle").attr("r", MARK);
  mark.append("text").attr("y", 4.3).text("!");
}

function enterGate(enter) {
  const gate = waiting(enter.append("g"));
  for (const part of ["ring", "body", "half", "detail"]) gate.append("path").attr("class", part);
  gate.append("text").attr("class", "symbol");
  enterMark(gate);
  gate.append("text").attr("class", "badge");
  return gate;
}

function updatePaths(gates) {
  for (const part of ["ring", "body", "half", "detail"]) gates.select(`.${part}`).attr("d", (item) => item[part]);
}

function updateSymbol(gates) {
  gates
    .select(".symbol")
    .classed("operator", (item) => item.operator)
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y + (item.operator ? 6.5 : 4.8))
    .text((item) => item.label);
}

function updateMark(gates) {
  gates
    .select(".nonfinite")
    .attr("display", (item) => (item.nonfinite ? null : "none"))
    .attr("transform", (item) => `translate(${item.x + item.width / 2 - 2},${item.y - item.height / 2 + 3})`);
}

function updateBadge(gates, { t }) {
  gates
    .select(".badge")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y + item.height / 2 + BADGE)
    .text((item) => (item.pattern ? t(`badge.${item.pattern}`) : ""));
}

export function renderGates(layer, items, words) {
  const gates = layer.selectAll(":scope > g").data(items, (item) => item.id).join(enterGate).attr("class", className);
  asButtons(gates, (item) => words.label("gate", item.id));
  updatePaths(gates);
  updateSymbol(gates);
  updateMark(gates);
  updateBadge(gates, words);
}
