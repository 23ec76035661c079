/** What becomes of the gates of a circuit when its program is drawn otherwise, as by folding. Pure. */

const alike = ({ kind, gate, name, span }) => [kind, gate, name, span].join("\n");

/** For the nodes of `now` that were there `before`: the old id by the new one. Those that look alike are taken in order. */
export function counterparts(before, now) {
  const waiting = new Map();
  for (const node of before) waiting.set(alike(node), [...(waiting.get(alike(node)) ?? []), node.id]);
  const pairs = now.map((node) => [node.id, waiting.get(alike(node))?.shift()]);
  return new Map(pairs.filter(([, old]) => old));
}

const holds = (outer, inner) => outer.span && inner.span && outer.span[0] <= inner.span[0] && inner.span[1] <= outer.span[1];

/** The node among `others` that stands for the same part of the text, or for a part around it. */
const keeper = (node, others) => others.find((other) => holds(other, node));

/**
 * `{same, gone, come}`: `same` has the old id by the new one; `gone` the old gates that are no longer drawn, each with
 * the new gate that it went into; `come` the new ones, each with the old gate that it came out of; else `null`.
 */
export function changes(before, now) {
  const same = counterparts(before, now);
  const kept = new Set(same.values());
  const gone = before.filter(({ id, kind }) => kind === "gate" && !kept.has(id));
  const come = now.filter(({ id, kind }) => kind === "gate" && !same.has(id));
  return {
    same,
    gone: gone.map((node) => ({ id: node.id, into: keeper(node, come)?.id ?? null })),
    come: come.map((node) => ({ id: node.id, from: keeper(node, gone)?.id ?? null })),
  };
}
