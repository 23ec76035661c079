// Answers of the engine, kept as files, and states in which the page may hold them.

import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

/** The answer kept under a name: sigmoid, branch, patterns, vectorised, infinite, named, network, functions. */
export const answer = (name) => read(`./fixtures/${name}.json`);

/** A state of the page with that answer; at rest unless told otherwise. */
export function stateOf(name, patch = {}) {
  const kept = answer(name);
  const last = 2 * kept.order.forward.length + 1;
  return { answer: kept, step: last, stepped: null, selected: null, hovered: null, digits: 2, precision: "rounded", ...patch };
}

/** The state of a program that is being stepped through. */
export const stepping = (name, step, patch = {}) => {
  const state = stateOf(name, { step, ...patch });
  return { ...state, stepped: state.answer.expression.source };
};

const sentences = (language) => read(`../../static/texts/figure.${language}.json`);

/** `t(key, values)` in a language. */
export function texts(language = "en") {
  const known = sentences(language);
  return (key, values = {}) => (known[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export { sentences };
