/** Which node stands where in the program's text, and where a node stands. Pure; places are spans of code points. */

import { codePointSpan, spanText } from "./spans.js";
import { currentGate, timeline } from "./steps.js";

const BRANCH = /^branch:/;
const SIGNS = /[\p{L}\p{N}_]/u;
const IN_FRONT = /^\s*(?:[-+*/@]|\*\*)?=[\s(]*$/;

const isSame = ([start, end], [from, to]) => start === from && end === to;
const holds = ([start, end], [from, to]) => start <= from && to <= end;
const length = ([start, end]) => end - start;

/** Whether the answer's places are those of the present text. */
const isCurrent = ({ answer, source, problem }) => !problem && answer?.expression.source === source;

/** The inputs with all places of their names, once the present text has been read. */
const namesOf = ({ reading, source }) => (reading?.source === source ? reading.inputs ?? [] : []);

/** All places in the text and their nodes: first the names of inputs, then the parts of gates in forward order. */
function placed(state) {
  const names = namesOf(state).flatMap(({ name, spans }) => {
    const id = state.answer.inputs[name]?.node;
    return id ? spans.map((span) => ({ id, span })) : [];
  });
  const parts = state.answer.nodes.filter(({ kind, span }) => kind !== "input" && span);
  return [...names, ...parts.map(({ id, span }) => ({ id, span }))];
}

/** The places at which a statement gives a name. */
function findTargets(source, name) {
  const found = [...source.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_.])${name}(?=\\s*(?:[-+*/@]|\\*\\*)?=(?!=))`, "gu"))];
  return found.map(({ index }) => codePointSpan(source, index, index + name.length));
}

let searched = { source: null, targets: new Map() }; // a name may be given anew in each of a thousand lines

/** The same, looked for once in each text. */
function targets(source, name) {
  if (searched.source !== source) searched = { source, targets: new Map() };
  const known = searched.targets;
  if (!known.has(name)) known.set(name, findTargets(source, name));
  return known.get(name);
}

/** Where the name of a node is given to it: right in front of its part, else (its part lies in a function) where only one is. */
function targetOf(source, { name, span }) {
  const all = targets(source, name);
  const before = all.findLast(([, end]) => end <= span[0]);
  if (before && IN_FRONT.test(spanText(source, [before[1], span[0]]))) return before;
  return all.length === 1 ? all[0] : null;
}

/** The node that a name stands for at a place: the one that is given it there, else the last one that was before. */
function named({ answer, source }, span) {
  const name = spanText(source, span);
  const called = answer.nodes.filter((node) => node.kind !== "input" && node.name === name && node.span);
  const given = called.map((node) => ({ id: node.id, part: node.span, place: targetOf(source, node) ?? node.span }));
  const isBefore = ({ part, place }) => Math.max(part[1], place[1]) <= span[0];
  return (given.find(({ place }) => isSame(place, span)) ?? given.findLast(isBefore))?.id ?? null;
}

/** The node that stands at exactly this place: where several share it, the one whose value leaves the place. */
export function nodeAt(state, span) {
  if (!isCurrent(state)) return null;
  const there = placed(state).findLast((place) => isSame(place.span, span));
  return there?.id ?? named(state, span);
}

/** The run of letters and digits around a place. */
function wordAround(source, [from, to]) {
  const signs = [...source];
  let [start, end] = [from, to];
  while (start > 0 && SIGNS.test(signs[start - 1])) start -= 1;
  while (end < signs.length && SIGNS.test(signs[end])) end += 1;
  return [start, end];
}

const inner = (one, other) => {
  const shorter = length(other.span) - length(one.span);
  return shorter > 0 || (shorter === 0 && isSame(one.span, other.span)) ? one : other;
};

/** The node of the innermost part that holds a place, such as the caret's. */
export function nodeAround(state, place) {
  if (!isCurrent(state)) return null;
  const word = wordAround(state.source, place);
  const around = placed(state).filter(({ span }) => holds(span, place));
  const name = { id: length(word) ? named(state, word) : null, span: word };
  return (name.id ? [...around, name] : around).reduce((best, next) => (best ? inner(next, best) : next), null)?.id ?? null;
}

/** All places of a node: every place of an input's name; the part of a gate, and where it is given its name. */
export function placesOf(state, id) {
  if (!isCurrent(state)) return [];
  const node = timeline(state.answer).nodes.get(id?.replace(BRANCH, ""));
  const input = node?.kind === "input" && namesOf(state).find(({ name }) => name === node.name);
  if (input) return input.spans;
  const target = node?.span && node.name ? targetOf(state.source, node) : null;
  return [target, node?.span].filter(Boolean);
}

/** The node whose places are lit: the one pointed at, else the one whose step it is. */
export const litNode = (state) => state.hovered ?? currentGate(state);
