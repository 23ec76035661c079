/** What a gate sends back, as equations with numbers; for arrays the rule in words. Pure. */

import { isFormula, operandRows } from "../explain.js";
import { markValues, wordedRule } from "../formulas.js";
import { timeline } from "../steps.js";
import { typeset } from "../scene/gates.js";
import { labelOf } from "./forward.js";
import { gap, numberToken, opening, operandName, rich, token } from "./tokens.js";

const TIMES = token("number", "×");
const ARROW = token("number", "→");
const EQUALS = token("number", "=");

function localTokens({ edge, chain }) {
  const local = numberToken("number", edge.local, chain.local);
  if (!isFormula(edge.substituted)) return [local];
  return [{ kind: "latex", latex: markValues(edge.substituted), text: "" }, EQUALS, local];
}

function resultToken({ edge, chain }) {
  return numberToken("gradient", edge.gradient, chain.gradient);
}

function singleTokens({ t }, row) {
  const upstream = numberToken("gradient", row.edge.upstream, row.chain.upstream);
  return [
    token("word", t("word.upstream")), upstream, TIMES,
    token("word", t("word.local")), ...localTokens(row), ARROW, resultToken(row),
  ];
}

/** The local gradient of a switcher is the other operand's value, and is coloured as one. */
function rowTokens({ t }, node, row) {
  const upstream = numberToken("gradient", row.edge.upstream, row.chain.upstream);
  const local = numberToken(node.pattern === "switcher" ? "value" : "number", row.edge.local, row.chain.local);
  return [{ ...operandName(row, t), colon: true }, upstream, TIMES, local, ARROW, resultToken(row)];
}

function passesTokens({ t }, rows) {
  const key = rows.length === 2 ? "caption.passes.both" : "caption.passes.all";
  return rich(t, key, { gradient: resultToken(rows[0]) });
}

function scalarTokens(context, node, rows) {
  const same = rows.length > 1 && rows.every(({ edge }) => edge.local === 1);
  if (same) return passesTokens(context, rows);
  if (rows.length === 1) return singleTokens(context, rows[0]);
  return rows.flatMap((row, i) => [...(i ? [gap] : []), ...rowTokens(context, node, row)]);
}

const partial = (row, t) => [opening("∂f/∂"), { ...operandName(row, t), tight: true }, EQUALS];

function transposed(row, t) {
  const name = operandName(row, t);
  return name.kind === "name" ? { ...name, transposed: true } : token("word", `(${name.text})ᵀ`);
}


/** The rule of a product: upstream · bᵀ to the left operand, aᵀ · upstream to the right; vectors need no ᵀ. */
function productRule([a, b], slot, t) {
  const upstream = token("word", t("word.upstream"));
  const vectors = a.source.shape.length === 1 && b.source.shape.length === 1;
  const other = (row) => (vectors ? operandName(row, t) : transposed(row, t));
  return slot === 0 ? [upstream, token("number", "·"), other(b)] : [other(a), token("number", "·"), upstream];
}

const RULES = {
  matmul: productRule,
  dot: productRule,
  squared_norm: ([x], slot, t) => [token("word", t("word.upstream")), token("number", "· 2"), operandName(x, t)],
};

/** The engine's rule with the operands' names, and the word for the upstream gradient in the place of δ. */
function engineRule(rows, row, t) {
  const latex = wordedRule(rows, row, t("word.upstream"));
  return [{ kind: "latex", latex, text: row.edge.local?.description ?? t("word.local") }];
}

function arrayRow(context, node, rows, row) {
  const rule = rows.length === 2 || node.gate === "squared_norm" ? RULES[node.gate] : null;
  const right = rule ? rule(rows, rows.indexOf(row), context.t) : engineRule(rows, row, context.t);
  return [...partial(row, context.t), ...right];
}

function arrayTokens(context, node, rows) {
  const whole = rows.every(({ source }) => String(source.shape) === String(node.shape));
  if (node.gate === "add" && whole) return [token("word", context.t("caption.passes.arrays"))];
  const live = rows.filter(({ edge }) => edge.gradient !== null);
  return live.flatMap((row, i) => [...(i ? [gap] : []), ...arrayRow(context, node, rows, row)]);
}

/** The sentence of a gate's backward step. */
export function backwardTokens(context, gate) {
  const { answer, digits, t } = context;
  const node = timeline(answer).nodes.get(gate);
  const rows = operandRows(answer, gate, { precision: "rounded", digits });
  const live = rows.filter(({ edge }) => edge.gradient !== null);
  const head = token("gate", typeset(labelOf(answer, gate)));
  if (!live.length) return [head, token("word", t("caption.nothing"))];
  const scalar = live.every(({ chain }) => chain !== null);
  return [head, ...(scalar ? scalarTokens(context, node, live) : arrayTokens(context, node, rows))];
}
