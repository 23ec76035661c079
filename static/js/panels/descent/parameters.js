// Which inputs the descent may move, and which of them it moves unless told otherwise. Pure.

import { nameParts } from "../../names.js";
import { isSummary } from "../../numbers.js";
import { isRandom } from "../../values.js";

/** Entries of all parameters together that a step may move: each step carries them to the server and back. */
export const MOST_ENTRIES = 10_000;

/** The inputs that have a gradient: labels, indices and what the output does not need have none. */
export function candidates(answer) {
  const inputs = Object.entries(answer.inputs);
  return inputs.filter(([, { node, gradient }]) => node !== null && gradient !== null).map(([name]) => name);
}

/** Names that weights and biases go by: `w0`, `W1`, `weights`, `b`, `bias`, `theta`. */
const USUAL = /^(?:w\w*|b|bias(?:es)?|θ|β)$/i;

/** Those of `names` that look like weights and biases; all of them when none does. */
export function usualParameters(names) {
  const usual = names.filter((name) => USUAL.test(nameParts(name).base));
  return usual.length ? usual : names;
}

/** The inputs that the next step moves. What was chosen for another program does not count. */
export function parametersOf({ answer, parameters }) {
  const names = candidates(answer);
  if (parameters === null) return usualParameters(names);
  const chosen = names.filter((name) => parameters.includes(name));
  return chosen.length || !parameters.length ? chosen : usualParameters(names);
}

/** How many numbers the inputs called `names` hold together. */
export function entriesIn(answer, names) {
  const sizes = names.map((name) => answer.inputs[name].shape.reduce((size, count) => size * count, 1));
  return sizes.reduce((total, size) => total + size, 0);
}

/** A parameter's numbers: as given, or as drawn at random for the answer. */
const valueOf = ({ inputs, answer }, name) => (isRandom(inputs[name]) ? answer.inputs[name].value : inputs[name]);

/** Values and gradients by name, out of a state and the answer to its inputs. */
export function numbersOf(state, names) {
  return names.map((name) => ({ name, value: valueOf(state, name), gradient: state.answer.inputs[name].gradient }));
}

/** Whether all of these numbers are there, none of them summed up. */
export const isComplete = (numbers) => numbers.every(({ value, gradient }) => !isSummary(value) && !isSummary(gradient));
