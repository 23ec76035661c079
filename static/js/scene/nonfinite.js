/** Where a number that is not finite first appears. Pure. */

import { isFinite } from "../numbers.js";
import { timeline } from "../steps.js";

function firstGradient(answer) {
  const { nodes, incoming } = timeline(answer);
  const sendsBack = (id) => (incoming.get(id) ?? []).some((edge) => !isFinite(edge.gradient));
  return answer.order.backward.find((id) => isFinite(nodes.get(id).gradient) && sendsBack(id)) ?? null;
}

const known = new WeakMap();

/** The id of the first node whose value is not finite, else of the first gate that sends such a gradient back. */
export function firstNonfinite(answer) {
  if (!known.has(answer)) {
    const value = answer.nodes.find((node) => !isFinite(node.value));
    known.set(answer, value ? value.id : firstGradient(answer));
  }
  return known.get(answer);
}
