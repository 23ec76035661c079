// Composite gates: which parts of a circuit can be folded into one, and what folding and unfolding do to the state. Pure.
//
// The state holds two lists of names, as the API takes them, or "all": `fold`, and `unfold`, which wins. Where there is no
// server, `prepared` has the views that were computed beforehand, by their keys.

const foldables = new WeakMap();

function collect(answer) {
  const groups = new Map();
  for (const { id, foldable: part } of answer.nodes) {
    if (!part) continue;
    const group = groups.get(part.node) ?? { id: part.node, gate: part.gate, nodes: [] };
    groups.set(group.id, group);
    group.nodes.push(id);
  }
  return [...groups.values()];
}

/** The parts of an answer's circuit that can be folded: `{id, gate, nodes}`, where `id` is the node at its output. */
export function foldable(answer) {
  if (!foldables.has(answer)) foldables.set(answer, collect(answer));
  return foldables.get(answer);
}

/** The part that a node belongs to, or `null`. */
export const groupOf = (answer, id) => foldable(answer).find(({ nodes }) => nodes.includes(id)) ?? null;

/** Whether a node is a gate that stands for a circuit of its own. */
export const isComposite = (answer, id) => Boolean(answer.layout?.nodes.find((place) => place.id === id)?.composite);

const without = (names, name) => names.filter((other) => other !== name);
const withName = (names, name) => [...without(names, name), name].sort();

/** The names of what is written out; where that is all, those of which a part is there. */
const writtenOut = ({ unfold, answer }) => (unfold === "all" ? [...new Set(foldable(answer).map(({ gate }) => gate))].sort() : unfold);

/** The patch that folds every part that is this composite. */
export function folded(state, gate) {
  const { fold } = state;
  return { fold: fold === "all" ? fold : withName(fold, gate), unfold: without(writtenOut(state), gate) };
}

/** The patch that shows every such composite as the gates that it stands for: as before it was folded, or written out. */
export function unfolded({ fold, unfold }, gate) {
  const wasFolded = fold !== "all" && fold.includes(gate);
  return wasFolded ? { fold: without(fold, gate), unfold } : { fold, unfold: withName(unfold, gate) };
}

/** Whether anything is shown otherwise than the program says. */
export const isFolded = ({ fold, unfold }) => fold === "all" || fold.length > 0 || unfold.length > 0;

/** The patch of "fold all", or of going back to what was written. */
export const toggledAll = (state) => (isFolded(state) ? { fold: [], unfold: [] } : { fold: "all", unfold: [] });

const namesText = (names) => (names === "all" ? names : names.join(","));

/** A way to look at a circuit, in one line; `engine/evaluation/view.py` writes the same. */
export const viewKey = ({ constants, fold, unfold }) => `${constants}|${namesText(fold)}|${namesText(unfold)}`;

/** Whether a state can become what a patch makes of it. */
export const canShow = (state, patch) => !state.prepared || Object.hasOwn(state.prepared, viewKey({ ...state, ...patch }));
