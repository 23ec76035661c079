// Asks the server for what the inspector shows besides the answer. One request runs at a time; the newest state wins.

import { Loop, OFFLINE_PAUSE } from "./loop.js";

/**
 * Keeps the entry `name` of the store up to date: `missing(state)` gives what it lacks, `{key, place, body}`, or `null`.
 * The entry becomes `{key, place, data}`; `data` is `null` where the server refused.
 */
export function createAsking(store, name, missing, call) {
  async function ask(signal) {
    const wanted = missing(store.get());
    if (!wanted) return 0;
    const { kind, data, seconds = OFFLINE_PAUSE } = await call(wanted.body, signal);
    if (kind === "busy" || kind === "offline") return seconds;
    const { key, place } = wanted;
    if (kind !== "aborted") store.set({ [name]: { key, place, data: kind === "answer" ? data : null } });
    return 0;
  }

  const loop = new Loop({ ask }, () => {});
  const follow = (state) => {
    if (!state.stale && missing(state)) loop.want("ask");
  };
  follow(store.get());
  return store.subscribe(follow);
}
