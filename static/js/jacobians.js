/** Which Jacobian the inspector draws, and whether its numbers have to be asked for. Pure. */

import { chosenRow, circuitKey, openGate, whenAsked } from "./curves.js";
import { isScalarGate, operandRows } from "./explain.js";
import { requestFor } from "./session.js";

const MOST = 65_536; // numbers that are fetched for a picture

export const isJacobian = (local) => typeof local === "object" && local !== null;

const numbers = ({ kind, shape: [m, n] }) => (kind === "diagonal" ? m : m * n);
const hasNumbers = (local) => Boolean(local.matrix ?? local.diagonal);

/** The wire whose Jacobian is drawn in a state, or `null`. */
export function drawnEdge(state) {
  const node = openGate(state);
  if (!node || isScalarGate(state.answer, node.id)) return null;
  const rows = operandRows(state.answer, node.id, { precision: "full" });
  const row = chosenRow(rows, node.id, state.operand);
  return row && isJacobian(row.edge.local) ? row.edge : null;
}

const placeOf = (state, edge) => JSON.stringify([...circuitKey(state), edge.id, edge.local.shape]);

/** What is to be asked for a state: `{key, place, body}`, or `null` where the answer's own numbers do. */
export function missingJacobian(state) {
  const edge = drawnEdge(state);
  if (!edge || hasNumbers(edge.local) || numbers(edge.local) > MOST) return null;
  const place = placeOf(state, edge);
  const key = place + JSON.stringify(state.answered);
  if (state.jacobian?.key === key) return null;
  return { key, place, body: { ...requestFor(whenAsked(state)), layout: false, edge: edge.id } };
}

/** The Jacobian of a wire with its numbers where they are there: the answer's own, else those that were fetched. */
export function shownJacobian(state, edge) {
  if (hasNumbers(edge.local)) return edge.local;
  const { jacobian } = state;
  return jacobian?.data && jacobian.place === placeOf(state, edge) ? jacobian.data : edge.local;
}
