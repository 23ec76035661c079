// The caret in the program's box lights the node in whose part of the text it stands, as long as the box has the focus.

import { nodeAround } from "../places.js";
import { codePointSpan } from "../spans.js";

const SEEN = ["source", "answer", "reading", "problem"];

/** Keeps `caret` in the store at the node around the caret, or around the selection, of a text area. */
export function createCaret(area, store) {
  function follow() {
    const state = store.get();
    const there = document.activeElement === area && area.value === state.source;
    store.set({ caret: there ? nodeAround(state, codePointSpan(area.value, area.selectionStart, area.selectionEnd)) : null });
  }

  document.addEventListener("selectionchange", follow);
  area.addEventListener("focus", follow);
  area.addEventListener("blur", () => store.set({ caret: null }));
  store.subscribe((now, before) => {
    if (SEEN.some((key) => now[key] !== before[key])) follow();
  });
}
