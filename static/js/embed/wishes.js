// What the page around a frame wishes is done as if the reader had done it.

import { moveTo, rest } from "../steps.js";
import { sameShape } from "../values.js";

const MADE = ["mode", "panels", "readonly", "language"]; // what a frame is made with: for others it has to come anew

/** Those of the `wished` inputs that the circuit has, with the others as they are. */
function mergedInputs(inputs, wished = {}) {
  const known = Object.entries(wished).filter(([name]) => Object.hasOwn(inputs, name));
  return { ...inputs, ...Object.fromEntries(known) };
}

const haveOtherShapes = (inputs, others) => Object.keys(inputs).some((name) => !sameShape(inputs[name], others[name]));

/** Another program, or inputs of other shapes: they are read and evaluated anew. */
function openAnew(wishes, { store, session }) {
  const { source, inputs, digits, theme, language, fold, unfold, constants, upstream } = store.get();
  session.open({ source, inputs, digits, theme, language, fold, unfold, constants, upstream, ...wishes });
}

const isNew = (state) => ([name, value]) => JSON.stringify(value) !== JSON.stringify(state[name]);

function change({ step, ...wishes }, { store, session }) {
  const { inputs, ...others } = Object.fromEntries(Object.entries(wishes).filter(isNew(store.get())));
  store.set(others);
  if (inputs) session.giveAll(inputs);
  if (step === undefined) return;
  const state = store.get();
  store.set(step === null ? rest(state) : { ...moveTo(state, step), playing: false });
}

/** Fulfils wishes (see `wishesOf`) in `circuit`, `{store, session}`; `reload()` has the frame come anew. */
export function fulfil(wishes, circuit, made, reload) {
  const { source, inputs } = circuit.store.get();
  const isMade = ([name]) => MADE.includes(name);
  if (Object.entries(wishes).filter(isMade).some(([name, value]) => String(value) !== String(made[name]))) return reload();
  const others = Object.fromEntries(Object.entries(wishes).filter((entry) => !isMade(entry)));
  if ((others.source ?? source) !== source) return openAnew(others, circuit);
  if (others.inputs) others.inputs = mergedInputs(inputs, others.inputs);
  return (haveOtherShapes(inputs, others.inputs ?? inputs) ? openAnew : change)(others, circuit);
}
