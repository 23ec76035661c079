// What the page around a frame wishes is done as if the reader had done it.

import { moveTo, rest } from "../steps.js";
import { sameShape } from "../values.js";

const FIXED = ["mode", "panels", "readonly"]; // what a frame is made with

/** Those of the `wished` inputs that the circuit has, with the others as they are. */
function mergedInputs(inputs, wished = {}) {
  const known = Object.entries(wished).filter(([name]) => Object.hasOwn(inputs, name));
  return { ...inputs, ...Object.fromEntries(known) };
}

const haveOtherShapes = (inputs, others) => Object.keys(inputs).some((name) => !sameShape(inputs[name], others[name]));

function moveIn(store, step) {
  const state = store.get();
  store.set(step === null ? rest(state) : { ...moveTo(state, step), playing: false });
}

/** Another program, or inputs of other shapes: they are read and evaluated anew. */
function openAnew({ source, inputs, step = null, ...others }, { store, session }) {
  const { digits, theme, language, fold, unfold, constants, upstream, ...state } = store.get();
  const kept = { digits, theme, language, fold, unfold, constants, upstream };
  session.open({ ...kept, ...others, source: source ?? state.source, inputs: inputs ?? state.inputs, step });
}

/** Fulfils wishes (see `wishesOf`); a frame that has to be made anew is asked for by `reload()`. */
export function fulfil(wishes, { made, reload, ...circuit }) {
  const { store, session } = circuit;
  if (FIXED.some((name) => name in wishes && String(wishes[name]) !== String(made[name]))) return reload();
  const { source, inputs, step, ...others } = wishes;
  const now = store.get();
  const merged = mergedInputs(now.inputs, inputs);
  const isOther = source !== undefined && source !== now.source;
  if (isOther || haveOtherShapes(merged, now.inputs)) return openAnew({ ...wishes, inputs: isOther ? inputs : merged }, circuit);
  for (const name of FIXED) delete others[name];
  store.set(others);
  if (inputs) session.giveAll(merged);
  if (step !== undefined) moveIn(store, step);
  return undefined;
}
