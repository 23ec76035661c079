/** The chain rule at one gate, in numbers that agree as printed. Pure. */

import { formatFull, isFinite, product, toNumber, writeEquations } from "./numbers.js";
import { edgeGradientStep, timeline, valueStep } from "./steps.js";

/** Whether a wire carries scalars on both sides, so that its local gradient is one number. */
export function isScalarEdge(edge) {
  return typeof edge.local === "number" || typeof edge.local === "string";
}

/** Whether a gate and all that feeds it are scalars. */
export function isScalarGate(answer, id) {
  const line = timeline(answer);
  const sources = (line.incoming.get(id) ?? []).map((edge) => line.nodes.get(edge.source));
  return [line.nodes.get(id), ...sources].every(({ shape }) => shape.length === 0);
}

function fullTexts(edge) {
  const [upstream, local, gradient] = [edge.upstream, edge.local, edge.gradient].map(formatFull);
  return { upstream, local, gradient };
}

/** `{upstream, local, gradient}` as texts by edge, for the scalar wires among `edges` that send a gradient back. */
function chains(edges, { precision, digits }) {
  const scalar = edges.filter((edge) => isScalarEdge(edge) && edge.gradient !== null);
  if (precision === "full") return new Map(scalar.map((edge) => [edge, fullTexts(edge)]));
  const equations = scalar.map(({ upstream, local, gradient }) => ({ operands: [upstream, local], result: gradient }));
  const texts = writeEquations(equations, product, digits);
  return new Map(texts.map(({ operands: [upstream, local], result }, i) => [scalar[i], { upstream, local, gradient: result }]));
}

function rowsOf(line, edges, format) {
  const texts = chains(edges, format);
  return edges.map((edge) => {
    const [source, target] = [line.nodes.get(edge.source), line.nodes.get(edge.target)];
    return { edge, slot: edge.operand, source, target, name: source.name, chain: texts.get(edge) ?? null };
  });
}

/**
 * One row for each wire that feeds a gate, in slot order: `{edge, slot, source, target, name, chain}`, where `chain` has
 * upstream, local and gradient as texts, or is `null` for arrays. `format` is `{precision, digits}`.
 */
export function operandRows(answer, gate, format) {
  const line = timeline(answer);
  const edges = [...(line.incoming.get(gate) ?? [])].sort((a, b) => a.operand - b.operand);
  return rowsOf(line, edges, format);
}

/** One such row for each wire on which a node's value leaves. */
export function branchRows(answer, id, format) {
  const line = timeline(answer);
  return rowsOf(line, line.outgoing.get(id) ?? [], format);
}

/** What a step lets one see of a gate: `{value, gradient}`, true once its forward and its backward step are done. */
export function seen(answer, id, step) {
  const line = timeline(answer);
  const [edge] = line.incoming.get(id) ?? [];
  const backwardAt = line.backwardAt.get(id) ?? (edge ? edgeGradientStep(line, edge) : line.last);
  return { value: step >= valueStep(line, id), gradient: step >= backwardAt };
}

/** The wires that get the whole gradient of a router, or `null` when operands tie or the gate is none. */
export function routerWinner(node, rows) {
  if (node.pattern !== "router" || !rows.every(({ edge }) => isScalarEdge(edge))) return null;
  const winners = rows.filter(({ edge }) => toNumber(edge.local) === 1);
  return winners.length === 1 ? winners[0] : null;
}

/** Whether a local gradient says more as a formula with numbers than as its result: `e^{-1.00}`, but not `-2.00`. */
export function isFormula(latex) {
  return Boolean(latex) && !/^-?\s*[\d.]+$/.test(latex.replace(/[{}]/g, ""));
}

/** How much the output changes, to first order, when an input is raised by `amount`; `null` where it is not finite. */
export function nudge(gradient, amount) {
  return isFinite(gradient) ? toNumber(gradient) * amount : null;
}
