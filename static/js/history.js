// The address follows the state, and going back and forward brings a state back.

import { decodeState, encodeState, hrefFor, queryOf } from "./address.js";
import { isAtRest } from "./steps.js";

/** Browsers refuse more than about three changes a second in the long run. */
const PAUSE = 300;

const KEPT = [
  "source", "inputs", "upstream", "constants", "fold", "unfold", "digits", "precision", "selected", "step", "stepped", "panel", "parameters", "rate", "theme", "language",
];

const resting = (state) => !state.answer || state.step === null || isAtRest(state);

/** The query for a state; `chosen` says which of language and theme the reader has chosen. */
export function queryFor(state, chosen) {
  const step = resting(state) ? null : state.step;
  return encodeState({ ...state, step, language: chosen.has("language") ? state.language : null });
}

/**
 * Keeps the address of the page. `keep` notes the present state as a place to come back to before the program is
 * exchanged; `now` writes the address at once and gives it.
 */
export function createHistory(store, chosen, onReturn) {
  let timer = null;
  let settled = null; // the query that the address stands for, as it would be written; null: not known yet
  let fresh = false; // the next address is a new place in the history

  function write() {
    clearTimeout(timer);
    timer = null;
    const query = queryFor(store.get(), chosen);
    if (query === settled) return;
    try {
      history[fresh ? "pushState" : "replaceState"](null, "", location.pathname + hrefFor(query));
    } catch {
      return; // a browser that has had enough changes takes the next one
    }
    settled = query;
    fresh = false;
  }

  store.subscribe((now, before) => {
    if (KEPT.every((key) => now[key] === before[key]) || now.answer === null) return;
    if (!fresh) settled ??= queryFor(now, chosen); // what was typed before the first answer stands nowhere yet
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  addEventListener("popstate", () => {
    clearTimeout(timer);
    timer = null;
    settled = null;
    fresh = false;
    onReturn(decodeState(queryOf(location)));
  });

  return {
    keep() {
      if (timer) write();
      fresh = true;
    },
    now() {
      settled = null;
      write();
      return location.href;
    },
  };
}
