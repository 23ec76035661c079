/** The wires: one for each edge, and the trunks and free ends that belong to a node. Pure. */

import { toNumber } from "../numbers.js";
import { edgeGradientStep, valueStep } from "../steps.js";

const isArray = (node) => node.shape.length > 0;

function isLost(c, edge) {
  const router = c.line.nodes.get(edge.target).pattern === "router";
  return router && toNumber(edge.local) === 0 && c.step >= edgeGradientStep(c.line, edge);
}

function wireState(c, source, isCurrent) {
  if (c.step < valueStep(c.line, source)) return "idle";
  return isCurrent ? "current" : "done";
}

function edgeWire(c, { id, path }) {
  const edge = c.line.edges.get(id);
  const source = c.line.nodes.get(edge.source);
  return {
    id,
    path,
    array: isArray(source),
    state: wireState(c, source.id, c.current !== null && edge.target === c.current),
    lost: isLost(c, edge),
    direction: c.now.phase,
  };
}

function nodeWire(c, { id, wire }) {
  const atSeed = c.now.phase === "turn" && id === c.line.output;
  const array = isArray(c.line.nodes.get(id));
  return { id: `${id}-wire`, path: wire, array, state: wireState(c, id, atSeed), lost: false, direction: c.now.phase };
}

export function wireItems(c) {
  const own = c.layout.nodes.filter((place) => place.wire).map((place) => nodeWire(c, place));
  return [...own, ...c.layout.edges.map((edge) => edgeWire(c, edge))];
}
