// What was computed beforehand, in the place of a server: it gives the answers of all views, curves and Jacobians. Pure.

import { canShow, folded, viewKey } from "../folding.js";

const refused = { kind: "problem" };

/** The points of a curve, of which a file has the ends only. */
function curveOf({ from, to, values, derivatives }) {
  const share = (i) => i / (values.length - 1);
  return { points: values.map((_, i) => from * (1 - share(i)) + to * share(i)), values, derivatives };
}

/** An answer without the offers to fold what cannot be folded here. */
function withinReach(answer, state) {
  const isOffered = (part) => !part || canShow(state, folded(state, part.gate));
  const nodes = answer.nodes.map((node) => (isOffered(node.foldable) ? node : { ...node, foldable: null }));
  return { ...answer, nodes };
}

/**
 * `{answer, curve, jacobian, gates}`. The data are the `gates` in use, `views` (key → place), `answers`, and `closeups` with
 * `closeupsOf`, where those of each answer are. `answer(state)` is the same object each time, so that what was found out
 * about it is kept; the others are as the API's.
 */
export function createPrepared({ gates, views, answers, closeups, closeupsOf }) {
  const shown = new Map();

  function answer(state) {
    const key = viewKey(state);
    if (!shown.has(key)) shown.set(key, withinReach(answers[views[key]], state));
    return shown.get(key);
  }

  function closeup(request, name, read) {
    const found = closeups[closeupsOf[views[viewKey(request)]][name]];
    return found ? { kind: "answer", data: read(found) } : refused;
  }

  return {
    answer,
    curve: (request) => closeup(request, `${request.node}:${request.operand}`, curveOf),
    jacobian: (request) => closeup(request, request.edge, (found) => found),
    gates: () => ({ kind: "answer", data: { gates } }),
  };
}
