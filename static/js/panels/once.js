// A part of the page that comes when it is first wanted.

/**
 * Calls `create()`, which loads a part and fills it, when `isWanted(state, before)` first holds; where it fails, as without
 * a connection, it is tried again with the next change that wants it. There is no state before the first one.
 */
export function createOnce(store, isWanted, create) {
  let state = "missing";

  async function load(now, before) {
    if (state !== "missing" || !isWanted(now, before)) return;
    state = "coming";
    try {
      await create();
      state = "there";
    } catch {
      state = "missing";
    }
  }

  load(store.get());
  return store.subscribe(load);
}
