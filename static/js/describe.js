/** The circuit in words, as a screen reader hears it. Pure: `t` gives the texts. */

import { branchTerms } from "./scene/branches.js";
import { nameText } from "./names.js";
import { formatNumber, shapeText } from "./numbers.js";
import { gradientStep, timeline, valueStep } from "./steps.js";

function numberText({ digits }, node, entry) {
  return node.shape.length ? shapeText(node.shape) : formatNumber(entry, digits);
}

function valueText(state, node, t) {
  if (state.step < valueStep(timeline(state.answer), node.id)) return t("label.value.pending");
  const key = node.shape.length ? "label.value.array" : "label.value";
  return t(key, { value: numberText(state, node, node.value) });
}

function gradientText(state, node, t) {
  if (state.step < gradientStep(timeline(state.answer), node.id)) return t("label.gradient.pending");
  if (node.gradient === null) return t("label.gradient.none");
  const key = node.shape.length ? "label.gradient.array" : "label.gradient";
  return t(key, { gradient: numberText(state, node, node.gradient) });
}

function numbersText(state, node, t) {
  return `${valueText(state, node, t)}, ${gradientText(state, node, t)}`;
}

/** A gate: its name, its label, the name of its value, and its two numbers as far as the step shows them. */
export function gateLabel(state, id, t) {
  const node = timeline(state.answer).nodes.get(id);
  const name = node.name ? `, ${nameText(node.name)}` : "";
  return `${t(`gate.${node.gate}`)}${name}: ${numbersText(state, node, t)}`;
}

/** An input or a constant: its name and its two numbers. */
export function inputLabel(state, id, t) {
  const node = timeline(state.answer).nodes.get(id);
  const key = node.kind === "constant" ? "label.constant" : "label.input";
  return `${t(key, { name: node.name ? nameText(node.name) : "" }).trim()}: ${numbersText(state, node, t)}`;
}

function sumText(state, id, t) {
  const line = timeline(state.answer);
  const node = line.nodes.get(id);
  const shown = state.step >= gradientStep(line, id) && node.gradient !== null && !node.shape.length;
  if (!shown) return gradientText(state, node, t);
  const total = formatNumber(node.gradient, state.digits);
  return t("label.sum", { sum: `${branchTerms(line, id, state.digits).join(" + ")} = ${total}` });
}

/** A branch: what branches, how often it is used, and the sum of what comes back. */
export function branchLabel(state, id, t) {
  const line = timeline(state.answer);
  const node = line.nodes.get(id);
  const name = node.name ? nameText(node.name) : t(`gate.${node.gate}`);
  return `${t("label.branch", { name, k: line.outgoing.get(id).length })}: ${sumText(state, id, t)}`;
}

/** Where the operands of a gate come from, and where the value of a gate or an input goes. */
export function wiresText({ answer }, id, t) {
  const line = timeline(answer);
  const called = (other) => {
    const { name, gate, kind } = line.nodes.get(other);
    return name ? nameText(name) : t(kind === "constant" ? "label.constant" : `gate.${gate}`, { name: "" }).trim();
  };
  const [sources, targets] = [
    (line.incoming.get(id) ?? []).map(({ source }) => called(source)),
    (line.outgoing.get(id) ?? []).map(({ target }) => called(target)),
  ];
  const from = sources.length && t("label.wires.from", { names: sources.join(", ") });
  const to = targets.length ? t("label.wires.to", { names: targets.join(", ") }) : t("label.wires.output");
  return [from, to].filter(Boolean).join("; ");
}

/** `{title, description}` of the whole figure. */
export function figureText({ answer }, t) {
  const inputs = answer.nodes.filter(({ kind }) => kind === "input").length;
  const gates = answer.order.forward.length;
  return {
    title: t("figure.title", { program: answer.expression.source.trim() }),
    description: t("figure.description", { inputs, gates }),
  };
}
