// Where the reader stands after a new answer has come: which step, which gate. Pure.

import { timeline } from "./steps.js";

const sameSource = (one, other) => one.expression.source === other.expression.source;
const sameCircuit = (one, other) => sameSource(one, other) && one.nodes.length === other.nodes.length;

function keptStep(state, answer, last) {
  if (!state.answer || state.step === null) return last;
  const atEnd = state.step >= timeline(state.answer).last;
  return atEnd ? last : Math.min(state.step, last);
}

const BRANCH = /^branch:/;
const nodeOf = (id) => id.replace(BRANCH, "");

/** Where a node stands in the text, when the text is the same; else its place among the nodes. */
function isCounterpart(old, now, isSameText) {
  const place = isSameText ? String(now.span) === String(old.span) : now.id === old.id;
  return place && now.gate === old.gate && now.name === old.name;
}

/** Where a gate was folded or unfolded: the gate that now stands at the end of the same part of the text. */
function refolded({ foldable, span }, before, after) {
  const place = foldable ? before.nodes.find((node) => node.id === foldable.node).span : span;
  const wanted = foldable?.gate;
  const there = after.nodes.filter((node) => node.kind === "gate" && String(node.span) === String(place));
  return there.findLast(({ gate }) => !wanted || gate === wanted);
}

/** The selected node's counterpart in the new circuit, or null when there is none. */
function keptSelection(id, before, after) {
  const old = id && before?.nodes.find((node) => node.id === nodeOf(id));
  const isSameText = Boolean(old) && sameSource(before, after);
  const now = old && after.nodes.find((node) => isCounterpart(old, node, isSameText));
  if (now) return id.replace(nodeOf(id), now.id);
  return (isSameText && refolded(old, before, after)?.id) || null;
}

const exists = (id, answer) => Boolean(id) && answer.nodes.some((node) => node.id === nodeOf(id));

function arrived(answer, { step, selected }, last) {
  return {
    step: Math.min(step ?? last, last),
    stepped: step === null ? null : answer.expression.source,
    selected: exists(selected, answer) ? selected : null,
    hovered: null,
  };
}

/** The patch that puts the reader in place for `answer`; `target` is what an address asked for, or null. */
export function moved(state, answer, target) {
  const { last } = timeline(answer);
  if (target) return arrived(answer, target, last);
  if (state.answer && sameCircuit(state.answer, answer)) return { step: Math.min(state.step ?? last, last) };
  const selected = keptSelection(state.selected, state.answer, answer);
  return { step: keptStep(state, answer, last), selected, hovered: null, playing: false };
}
