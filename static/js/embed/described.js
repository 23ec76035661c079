// A circuit in a frame as the page around it is told of it, and what that page asks for. Names are those of the address. Pure.

import { decodeState, PANELS } from "../address.js";
import { FIELDS, textOf } from "../component/fields.js";
import { isAtRest } from "../steps.js";

/** How the parts of a state are where nobody says anything about them. */
const USUAL = {
  fold: [], unfold: [], constants: "absorbed", upstream: null, digits: 2, step: null, theme: "auto", mode: "step",
  panels: PANELS, readonly: false,
};

/** The step that is looked at; `null` where the whole circuit is shown. */
export const stepOf = (state) => (isAtRest(state) ? null : state.step);

/** A state with an answer in plain values; `value` is the output's, `null` until the program has one. */
export function describe(state, mode) {
  const { source, answered, asked, inputs, fold, unfold, constants, upstream, digits, theme, language, answer } = state;
  const isAnswered = asked?.source === source; // else the circuit that is still shown is of another program
  const told = { expression: source, inputs: isAnswered ? answered : inputs, fold, unfold, constants, upstream, digits };
  return { ...told, step: stepOf(state), theme, lang: language, mode, value: isAnswered ? answer.output.value : null };
}

function wishOf([name, value]) {
  if (value !== null && value !== undefined) return decodeState(new URLSearchParams({ [name]: textOf(value) ?? "" }));
  return Object.hasOwn(USUAL, name) ? { [name]: USUAL[name] } : {};
}

/** What the page around the frame wishes, as far as it can be read: the parts of a state that it names. */
export function wishesOf(message) {
  const entries = Object.entries(Object(message)).filter(([name]) => FIELDS.includes(name));
  return Object.assign({}, ...entries.map(wishOf));
}
