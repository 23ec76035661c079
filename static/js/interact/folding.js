/** Folding and unfolding by pointer and by the key F. */

import { canStep } from "./keyboard.js";
import { canShow, foldable, folded, groupOf, isComposite, unfolded } from "../folding.js";
import { timeline } from "../steps.js";

function wantedPatch(state, id) {
  const { answer } = state;
  const group = groupOf(answer, id);
  if (group) return folded(state, group.gate);
  if (!isComposite(answer, id)) return null;
  return unfolded(state, timeline(answer).nodes.get(id).gate);
}

/** What folding or unfolding at a node changes: a patch of the state, or `null` where nothing is to be done. */
export function foldPatch(state, id) {
  const patch = wantedPatch(state, id);
  return patch && canShow(state, patch) ? patch : null;
}

const foldAt = (event) => event.target.closest?.("[data-fold]")?.dataset.fold ?? null;

/** The node that the key F is about: what has the focus, is pointed at or selected; else the first part that folds. */
function subject({ hovered, selected, answer }) {
  return hovered ?? selected ?? foldable(answer)[0]?.id ?? null;
}

/** Wires the figure and the key F, pressed within `place`; gives a function that takes the listeners away. */
export function createFolding(element, store, place) {
  const fold = (id) => {
    const state = store.get();
    const patch = id && canStep(state) ? foldPatch(state, id) : null;
    if (patch) store.set({ ...patch, folding: null });
    return Boolean(patch);
  };
  const pressed = (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.("input, textarea, select, dialog");
    if (event.key.toLowerCase() !== "f" || !plain || !store.get().answer) return;
    if (fold(subject(store.get()))) event.preventDefault();
  };
  const listeners = {
    pointerover: (event) => store.set({ folding: foldAt(event) }),
    pointerleave: () => store.set({ folding: null }),
    click: (event) => fold(foldAt(event)),
  };
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  place.addEventListener("keydown", pressed);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    place.removeEventListener("keydown", pressed);
  };
}
