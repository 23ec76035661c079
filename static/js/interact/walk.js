/** Which gate an arrow key leads to. Pure. */

import { isBranch, timeline } from "../steps.js";

const known = new WeakMap();

/** The stops of a circuit in forward order, operands before their gate, each branch after the node that branches. */
export function stops(answer) {
  if (!known.has(answer)) known.set(answer, findStops(timeline(answer)));
  return known.get(answer);
}

function findStops(line) {
  return depthFirst(line).flatMap((id) => (isBranch(line, id) ? [id, `branch:${id}`] : [id]));
}

function operandsOf(line, id) {
  const edges = [...(line.incoming.get(id) ?? [])].sort((a, b) => a.operand - b.operand);
  return edges.map((edge) => edge.source);
}

/** Operands in written order, each before the gate that it feeds; an explicit stack, for circuits of any depth. */
function depthFirst(line) {
  const [order, seen, stack] = [[], new Set(), [[line.output, false]]];
  while (stack.length) {
    const [id, ready] = stack.pop();
    if (ready) order.push(id);
    else if (!seen.has(id)) {
      seen.add(id);
      stack.push([id, true], ...operandsOf(line, id).reverse().map((operand) => [operand, false]));
    }
  }
  return [...order, ...[...line.nodes.keys()].filter((id) => !seen.has(id))];
}

function neighbour(list, id, by) {
  return list[list.indexOf(id) + by] ?? null;
}

function consumers(line, id) {
  return (line.outgoing.get(id) ?? []).map((edge) => edge.target);
}

const plain = (id) => id.replace("branch:", "");

const ALONG = {
  ArrowLeft: (line, id) => (id.startsWith("branch:") ? plain(id) : (operandsOf(line, id)[0] ?? null)),
  ArrowRight: (line, id) => (isBranch(line, id) ? `branch:${id}` : (consumers(line, plain(id))[0] ?? null)),
  ArrowUp: (line, id) => sibling(line, plain(id), -1),
  ArrowDown: (line, id) => sibling(line, plain(id), 1),
};

function sibling(line, id, by) {
  const [gate] = consumers(line, id);
  return gate ? neighbour(operandsOf(line, gate), id, by) : null;
}

/**
 * The stop to go to from `id`: ↑ and ↓ go through all of them in forward order; with Shift, ← and → go along a wire
 * and ↑ and ↓ to the operands beside it. `null` where there is none.
 */
export function walk(answer, id, key, shift) {
  if (shift) return ALONG[key]?.(timeline(answer), id) ?? null;
  const by = { ArrowUp: -1, ArrowDown: 1 }[key];
  return by ? neighbour(stops(answer), id, by) : null;
}
