/**
 * The sentence under the figure: what happens at a step, with the numbers in it. Pure.
 *
 * A caption is `{place: {text, tone, latex?}, lines: [[token…]…]}`; a token is `{kind, text}` with the kind `gate`, `word`,
 * `value`, `gradient`, `number`, `alert` or `key`, or `{kind: "name", name}`, `{kind: "latex", latex, text}`,
 * `{kind: "power", base, exponent}`, `{kind: "gap"}`.
 */

import { backwardTokens } from "./captions/backward.js";
import { forwardTokens } from "./captions/forward.js";
import { branchTerms } from "./scene/branches.js";
import { gap, nodeName, numberToken, rich, token } from "./captions/tokens.js";
import { nameText } from "./names.js";
import { formatNumber, isFinite, shapeText } from "./numbers.js";
import { isScalarGate, operandRows, seen } from "./explain.js";
import { namedRule } from "./formulas.js";
import { gradientStep, isAtRest, isBranch, stepAt, timeline } from "./steps.js";

function seedTokens({ answer, digits, t }) {
  const output = timeline(answer).nodes.get(answer.output.node);
  if (output.gradient === null) return [];
  if (output.shape.length) return rich(t, "caption.seed.array", { shape: token("gradient", shapeText(output.shape)) });
  const key = Number(output.gradient) === 1 ? "caption.seed" : "caption.seed.given";
  return rich(t, key, { gradient: numberToken("gradient", output.gradient, formatNumber(output.gradient, digits)) });
}

function summedAt(line, step) {
  const ids = [...line.outgoing.keys()];
  return ids.filter((id) => isBranch(line, id) && gradientStep(line, id) === step);
}

function sumTokens({ answer, digits, t }, id) {
  const node = timeline(answer).nodes.get(id);
  const terms = branchTerms(timeline(answer), id, digits).map((text) => token("gradient", text));
  const added = terms.flatMap((term, i) => (i ? [token("number", "+"), term] : [term]));
  const total = token("gradient", formatNumber(node.gradient, digits));
  return [nodeName(node, t), token("word", t("caption.sums")), ...added, token("number", "="), total];
}

/** The sums at branches in one line, or no line. */
function sumLines(context, ids) {
  const { nodes } = timeline(context.answer);
  const printable = ids.map((id) => nodes.get(id)).filter(({ shape, gradient }) => !shape.length && gradient !== null);
  const sums = printable.filter(({ gradient }) => isFinite(gradient)).map(({ id }) => sumTokens(context, id));
  return sums.length ? [sums.flatMap((tokens, i) => (i ? [gap, ...tokens] : tokens))] : [];
}

function restCaption(context) {
  const { answer, t } = context;
  const empty = timeline(answer).count === 0;
  const line = empty ? seedTokens(context) : rich(t, "caption.replay", { key: token("key", t("key.space")) });
  return { place: { text: t("caption.rest"), tone: "" }, lines: [line] };
}

/** The circuit is that of another program: nothing to step through until the present one is read. */
const staleCaption = (t) => ({ place: { text: t("stepper.title"), tone: "" }, lines: [[token("word", t("caption.stale"))]] });

const PHASES = {
  start: ({ t }) => ({ place: { text: t("caption.start"), tone: "" }, lines: [[token("word", t("caption.inputs"))]] }),
  turn: (context) => ({
    place: { text: context.t("caption.turn"), tone: "gradient" },
    lines: [seedTokens(context), ...sumLines(context, summedAt(timeline(context.answer), context.step))],
  }),
  forward: (context, { k, count, gate }) => ({
    place: { text: context.t("caption.forward", { k, n: count }), tone: "value" },
    lines: [forwardTokens(context, gate)],
  }),
  backward: (context, { k, count, gate }) => ({
    place: { text: context.t("caption.backward", { k, n: count }), tone: "gradient" },
    lines: [gate ? backwardTokens(context, gate) : [], ...sumLines(context, summedAt(timeline(context.answer), context.step))],
  }),
};

/** The caption of the state's step; `t` gives texts. */
export function stepCaption(state, t) {
  const context = { ...state, t };
  if (state.stale) return staleCaption(t);
  if (isAtRest(state)) return restCaption(context);
  const at = stepAt(timeline(state.answer), state.step);
  return PHASES[at.phase](context, at);
}

/** The rule of a scalar gate, by operand, as LaTeX; arrays have theirs in the sentence. */
function ruleOf({ answer, digits }, node) {
  if (!isScalarGate(answer, node.id)) return null;
  const rows = operandRows(answer, node.id, { precision: "rounded", digits });
  return rows.map((row) => namedRule(row.edge.rule, rows)).join(",\\; ") || null;
}

function gateCaption(context, node) {
  const { value, gradient } = seen(context.answer, node.id, context.step);
  const latex = ruleOf(context, node);
  const name = context.t(`gate.${node.gate}`);
  const place = { text: latex ? context.t("caption.rule", { gate: name }) : name, tone: "", latex };
  if (!value) return { place, lines: [[token("word", context.t("caption.pending"))]] };
  return { place, lines: [gradient ? backwardTokens(context, node.id) : forwardTokens(context, node.id)] };
}

function branchCaption(context, id) {
  const line = timeline(context.answer);
  const done = context.step >= gradientStep(line, id);
  const [tokens] = done ? sumLines(context, [id]) : [];
  const words = [nodeName(line.nodes.get(id), context.t), token("word", context.t("caption.branch"))];
  return { place: { text: context.t("branch.word"), tone: "" }, lines: [tokens ?? words] };
}

function numberTokens(context, node) {
  const written = (kind, entry) => (node.shape.length ? shapeText(node.shape) : formatNumber(entry, context.digits));
  const value = numberToken("value", node.value, written("value", node.value));
  const known = context.step >= gradientStep(timeline(context.answer), node.id) && node.gradient !== null;
  const gradient = known ? [token("word", context.t("word.gradient")), numberToken("gradient", node.gradient, written("gradient", node.gradient))] : [];
  return [nodeName(node, context.t), token("word", context.t("word.value")), value, ...gradient];
}

function inputCaption(context, node) {
  const key = node.kind === "constant" ? "constant.title" : "input.title";
  return { place: { text: context.t(key), tone: "" }, lines: [numberTokens(context, node)] };
}

/** The caption of what is hovered or focused: the chain rule at a gate, the sum at a branch, the numbers of an input. */
export function lookCaption(state, id, t) {
  const context = { ...state, t };
  const node = timeline(state.answer).nodes.get(id.replace("branch:", ""));
  if (!node) return null;
  if (id.startsWith("branch:")) return branchCaption(context, node.id);
  return node.kind === "gate" ? gateCaption(context, node) : inputCaption(context, node);
}

const SPOKEN = {
  name: ({ name, colon, transposed }) => `${nameText(name)}${transposed ? "ᵀ" : ""}${colon ? ":" : ""}`,
  power: ({ base, exponent }) => `${base}^${exponent}`,
  gap: () => ";",
};

function spokenPart(part) {
  return (SPOKEN[part.kind] ?? ((plain) => plain.text))(part);
}

/** Words with a space between any two, but for signs that stand close. */
function joinParts(parts) {
  const apart = (before, part) => Boolean(before) && !before.opens && !part.closes && part.kind !== "gap";
  return parts.map((part, i) => (apart(parts[i - 1], part) ? " " : "") + spokenPart(part)).join("");
}

/** A caption as one plain sentence, as a screen reader hears it. */
export function captionText({ place, lines }) {
  const parts = lines.flat().filter((part) => spokenPart(part));
  return `${place.text}. ${joinParts(parts)}`.trim();
}
