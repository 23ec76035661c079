/** The keys for stepping, playing and closing. They rest while something is typed. */

import { moveTo, rest, timeline } from "../steps.js";

const TYPING = "input, textarea, select, [contenteditable], dialog, [role=slider], [role=tab], [role=radio], [role=spinbutton]";
const PRESSED_BY_SPACE = "button, a[href], summary, label, [role=switch]";

function toggled(state) {
  if (state.playing) return { playing: false };
  const atEnd = state.step >= timeline(state.answer).last;
  return { ...(atEnd ? moveTo(state, 0) : {}), playing: true };
}

/** Whether there is a circuit to step through: one that is only left over from the last program is looked at, not played. */
export const canStep = ({ answer, stale }) => Boolean(answer) && !stale;

/** What each transport control does: a patch of the state. */
export const TRANSPORT = {
  start: (state) => ({ ...moveTo(state, 0), playing: false }),
  back: (state) => ({ ...moveTo(state, state.step - 1), playing: false }),
  play: toggled,
  next: (state) => ({ ...moveTo(state, state.step + 1), playing: false }),
  end: rest,
};

const KEYS = { " ": "play", ArrowRight: "next", ArrowLeft: "back", Home: "start", End: "end" };

function isBusy({ target, key }) {
  if (target.closest?.(TYPING)) return true;
  return key === " " && Boolean(target.closest?.(PRESSED_BY_SPACE));
}

function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

/** Listens on the whole document, or within one element; gives a function that stops. */
export function createKeyboard(store, place = document) {
  function pressed(event) {
    const state = store.get();
    if (event.defaultPrevented || hasModifier(event) || isBusy(event) || !state.answer) return;
    if (event.key === "Escape" && state.selected) store.set({ selected: null });
    const action = KEYS[event.key];
    if (!action || !canStep(state)) return;
    event.preventDefault();
    store.set(TRANSPORT[action](state));
  }
  place.addEventListener("keydown", pressed);
  return () => place.removeEventListener("keydown", pressed);
}
