// What of the page is put elsewhere: the circuit that is shown, with its numbers, and what was chosen for it. Pure.

import { encodeFields, fields } from "../address.js";
import { foldable } from "../folding.js";
import { isAtRest } from "../steps.js";
import { initialState } from "../store.js";

/** The circuit of a state as it is shown: while the program cannot be read, the last one that could. */
export function shownCircuit(state) {
  const { asked, answered: inputs, digits, language } = state;
  return { ...asked, inputs, digits, language, step: isAtRest(state) ? null : state.step };
}

/** The names of all composites that can be folded, each once; `answer` is the circuit with nothing folded. */
export const foldableNames = (answer) => [...new Set(foldable(answer).map(({ gate }) => gate))].sort();

/** What a press on one of these values gives: as much folded as fits, nothing, everything; other values are names. */
const FOLDS = { fit: null, nothing: [], all: "all" };

/** What is folded after one more press: `null` as much as fits, "all", or a list of names. */
export function foldChoice(fold, pressed) {
  if (Object.hasOwn(FOLDS, pressed)) return FOLDS[pressed];
  const names = Array.isArray(fold) ? fold : [];
  return names.includes(pressed) ? names.filter((name) => name !== pressed) : [...names, pressed].sort();
}

/** Whether this value is pressed. */
export function isFoldChosen(fold, value) {
  if (!Object.hasOwn(FOLDS, value)) return Array.isArray(fold) && fold.includes(value);
  return String(fold) === String(FOLDS[value]);
}

/** The circuit with what was chosen; another folding has other steps, so that it is shown whole. */
export function chosenCircuit(circuit, { fold, theme }) {
  const isSame = String(fold ?? []) === String(circuit.fold);
  return { ...circuit, fold, theme, step: isSame ? circuit.step : null };
}

const OF_THE_CIRCUIT = ["expression", "inputs", "upstream", "constants", "fold", "unfold", "digits", "step", "theme", "lang"];

/** The entries that say what is shown, as texts in their order; what is as usual is `null`. */
export function entriesOf(circuit) {
  const all = fields({ ...initialState, ...circuit });
  return Object.fromEntries(OF_THE_CIRCUIT.map((name) => [name, all[name]]));
}

/** The same for a live circuit, which folds as much as fits unless it is told how to fold. */
export const liveEntriesOf = (circuit) => ({ ...entriesOf(circuit), fold: circuit.fold === null ? null : String(circuit.fold) || "none" });

/** The address of the live circuit for a frame; `mode` is what its readers can do. */
export const embedAddress = (origin, circuit, mode) => `${origin}/embed?${encodeFields({ ...liveEntriesOf(circuit), mode })}`;

const inEnglish = (entries) => (entries.lang === "en" ? { ...entries, lang: null } : entries);

/** The address of the circuit as a picture: `form` is "svg" or "png". */
export const pictureAddress = (origin, circuit, form) => `${origin}/render.${form}?${encodeFields(inEnglish(entriesOf(circuit)))}`;

/** The address of the page with this circuit. */
export const pageAddress = (origin, circuit) => `${origin}/?${encodeFields({ ...entriesOf(circuit), theme: null })}`;
