/** Which curve the inspector draws, and whether the fetched one is it. Pure. */

import { isScalarGate, operandRows, seen } from "./explain.js";
import { toNumber } from "./numbers.js";
import { requestFor } from "./session.js";
import { timeline } from "./steps.js";

const POINTS = 481;

/** The row of the operand that is looked at: the one chosen for this gate, else the first. */
export function chosenRow(rows, gate, operand) {
  return rows.find(({ slot }) => operand?.gate === gate && operand.slot === slot) ?? rows[0] ?? null;
}

/** The state as it was when the circuit that is shown was asked for. */
export const whenAsked = (state) => ({ ...state, ...state.asked, inputs: state.answered });

/** The circuit of a state, whatever its numbers. */
export function circuitKey(state) {
  const { constants, fold, unfold } = whenAsked(state);
  return [state.answer.expression.source, constants, fold, unfold];
}

/** The gate that is open, if it is one and its step is done; else `null`. */
export function openGate({ answer, selected, step }) {
  const node = answer && selected && timeline(answer).nodes.get(selected);
  return node?.kind === "gate" && step !== null && seen(answer, node.id, step).value ? node : null;
}

/**
 * The curve to draw in a state, or `null`: `row` is that of the operand, `point` where it stands; `place` names the gate
 * and its slot, `key` also the numbers that are held.
 */
export function plotted(state) {
  const node = openGate(state);
  if (!node || !isScalarGate(state.answer, node.id)) return null;
  const rows = operandRows(state.answer, node.id, { precision: "full" }).filter(({ chain }) => chain);
  const row = chosenRow(rows, node.id, state.operand);
  if (!row) return null;
  const held = rows.filter((other) => other !== row).map(({ edge }) => edge.value);
  const place = JSON.stringify([...circuitKey(state), node.id, row.slot]);
  return { row, place, key: place + JSON.stringify(held), point: toNumber(row.edge.value) };
}

const isWithin = ({ points }, point) => !Number.isFinite(point) || (point >= points[0] && point <= points.at(-1));

/** Whether a fetched curve is the one to draw, and reaches to the present point. */
export function suits(curve, wanted) {
  return curve !== null && curve.key === wanted.key && (!curve.data || isWithin(curve.data, wanted.point));
}

/** What is to be asked for a state: `{key, place, body}`, or `null` when the curve is there or none is drawn. */
export function missingCurve(state) {
  const wanted = plotted(state);
  if (!wanted || suits(state.curve, wanted)) return null;
  const { key, place, row } = wanted;
  const request = requestFor(whenAsked(state));
  return { key, place, body: { ...request, node: row.target.id, operand: row.slot, points: POINTS } };
}

/** The curve to draw now; while the right one is on its way, that of the same gate and slot. */
export function shownCurve(state) {
  const wanted = plotted(state);
  return wanted && state.curve?.place === wanted.place ? state.curve.data : null;
}

/** Whether there is no curve to be had of what would be drawn. */
export function isWithoutCurve(state) {
  const { curve } = state;
  return curve !== null && curve.data === null && curve.key === plotted(state)?.key;
}
