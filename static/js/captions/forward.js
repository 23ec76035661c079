/** What a gate computes, as an equation with numbers. Pure. */

import { placesOf } from "../geometry.js";
import { equation, formatNumber, isFinite, product, shapeText, sum, toNumber } from "../numbers.js";
import { timeline } from "../steps.js";
import { typeset } from "../scene/gates.js";
import { closing, gap, numberToken, opening, token } from "./tokens.js";

const COMBINE = {
  add: sum,
  multiply: product,
  subtract: ([a, b]) => a - b,
  divide: ([a, b]) => a / b,
};

function operandsOf(answer, gate) {
  const line = timeline(answer);
  const edges = [...(line.incoming.get(gate) ?? [])].sort((a, b) => a.operand - b.operand);
  return edges.map((edge) => line.nodes.get(edge.source));
}

function operandTexts(node, operands, digits) {
  const values = operands.map(({ value }) => value);
  const combine = values.length > 1 ? COMBINE[node.gate] : null;
  if (!combine) return values.map((value) => formatNumber(value, digits));
  return equation(values, combine, node.value, digits).operands;
}

function bracketed(operand, text, fenced) {
  const number = numberToken("value", operand.value, text);
  return fenced || toNumber(operand.value) >= 0 ? [number] : [opening("("), number, closing(")")];
}

/** A label such as `1/x`, `x²`, `2-x`, `max(0,·)` with the operand in the place of `x` or `·`. */
function inserted(label, operands, texts) {
  const fenced = label.startsWith("|");
  const pieces = typeset(label).replace(/([^(|])([−+∗/])x/, "$1 $2 x").split(/x(?![a-z])|·/);
  return pieces.flatMap((piece, i) => [
    ...labelPiece(piece, i === 0),
    ...(i < pieces.length - 1 ? bracketed(operands[i] ?? operands[0], texts[i] ?? texts[0], fenced) : []),
  ]);
}

/** A piece of a label: close to the operand after it, or before it, unless a space is meant to part them. */
function labelPiece(piece, isFirst) {
  const text = piece.trim();
  if (!text) return [];
  if (isFirst) return [piece.endsWith(" ") ? token("number", text) : opening(text)];
  return [piece.startsWith(" ") ? token("number", text) : closing(text)];
}

function joined(parts, separator) {
  return parts.flatMap((part, i) => (i ? [separator, part] : [part]));
}

function called(node, label, values) {
  const name = /^[a-z]+$/.test(label) ? label : node.gate;
  return [opening(`${name}(`), ...joined(values, closing(",")), closing(")")];
}

/** The tokens left of the equals sign. */
function expression(node, label, operands, texts) {
  if (!operands.length) return [];
  const values = operands.map(({ value }, i) => numberToken("value", value, texts[i]));
  if (node.gate === "exp") return [{ kind: "power", base: "e", exponent: texts[0] }];
  if (operands.length === 2 && /^[-+*/^∗−]$/.test(label)) return joined(values, token("number", typeset(label)));
  if (operands.length === 1 && /^[-+*/∗−]./.test(label)) {
    return [values[0], token("number", `${typeset(label[0])} ${typeset(label.slice(1))}`)];
  }
  const hasPlace = /·|(?<![a-z])x(?![a-z])/.test(label);
  return hasPlace ? inserted(label, operands, texts) : called(node, label, values);
}

function scalarTokens(node, label, operands, digits) {
  const texts = operandTexts(node, operands, digits);
  const result = numberToken("value", node.value, formatNumber(node.value, digits));
  return [...expression(node, label, operands, texts), token("number", "="), result];
}

/** The shapes at a gate: `2×2 · 2 → 2`; the word for a scalar comes from `t`. */
export function shapeLine(answer, gate, t) {
  const written = ({ shape }) => (shape.length ? shapeText(shape) : t("word.scalar"));
  const inputs = operandsOf(answer, gate).map(written).join(" · ");
  return `${inputs} → ${written(timeline(answer).nodes.get(gate))}`;
}

function isScalar(node, operands) {
  return [node, ...operands].every(({ shape }) => shape.length === 0);
}

/** The label of a gate as it is drawn. */
export function labelOf(answer, gate) {
  return placesOf(answer.layout).get(gate)?.label ?? timeline(answer).nodes.get(gate).symbol;
}

/** `∗ 2.00 ∗ −1.00 = −2.00`; for arrays the shapes. A number that is not finite and starts here says so. */
export function forwardTokens({ answer, digits, t }, gate) {
  const node = timeline(answer).nodes.get(gate);
  const operands = operandsOf(answer, gate);
  const label = labelOf(answer, gate);
  const head = token("gate", typeset(label));
  if (!isScalar(node, operands)) return [head, token("number", shapeLine(answer, gate, t))];
  const starts = !isFinite(node.value) && operands.every(({ value }) => isFinite(value));
  const note = starts ? [gap, token("word", t("caption.nonfinite"))] : [];
  return [head, ...scalarTokens(node, label, operands, digits), ...note];
}
