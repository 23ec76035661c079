// How a circuit in a frame begins: with what the server wrote into the page.

import { PANELS } from "../address.js";
import { Session } from "../session.js";

/** Whether the frame is so narrow that the circuit is shown folded. */
const isNarrow = ({ narrow }) => Boolean(narrow) && matchMedia(`(max-width: ${narrow}px)`).matches;

const listed = (names = []) => (names === "none" ? [] : names);

/** The part of the state that the server has read from the address. */
export function stateFrom(data) {
  const { expression, inputs, upstream = null, constants = "absorbed", digits = 2, theme = "auto", lang } = data;
  const fold = isNarrow(data) ? "all" : listed(data.fold);
  return { source: expression, inputs, fold, unfold: listed(data.unfold), upstream, constants, digits, theme, language: lang };
}

/** What a frame is made with, and keeps. */
export function madeFrom({ mode, panels, readonly, lang }) {
  return { mode, panels: panels === "all" ? PANELS : listed(panels), readonly, language: lang };
}

function firstAnswer(store) {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ answer }) => {
      if (!answer) return;
      stop();
      resolve();
    });
  });
}

/** A session for a store with that state; resolves when there is something to draw. */
export async function startSession(data, store, api) {
  const session = new Session(store, api);
  const answer = isNarrow(data) ? data.folded : data.plain;
  if (answer) session.adopt(answer, data.step);
  else session.open({ ...stateFrom(data), step: data.step });
  if (!answer) await firstAnswer(store); // of a circuit too large to stand in the page
  return session;
}
