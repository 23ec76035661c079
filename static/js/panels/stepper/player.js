/** Playing: one step after the other, 1200 ms each at single speed, until all are done. */

import { moveTo, timeline } from "../../steps.js";

const STEP = 1200;

/** Advances the store's step while it is playing. */
export function createPlayer(store) {
  let timer = null;

  function advance() {
    const state = store.get();
    const { last } = timeline(state.answer);
    const patch = moveTo(state, state.step + 1);
    store.set({ ...patch, playing: patch.step < last });
  }

  function schedule(state) {
    clearTimeout(timer);
    if (state.playing && state.answer) timer = setTimeout(advance, STEP / state.speed);
  }

  return store.subscribe((state, before) => {
    if (["playing", "speed", "step", "answer"].some((key) => state[key] !== before[key])) schedule(state);
  });
}
