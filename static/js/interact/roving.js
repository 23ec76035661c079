/** One tab stop for the whole figure: arrow keys move it, Enter opens what has the focus. */

import { stops, walk } from "./walk.js";

const byId = (element, id) => id && element.querySelector(`[data-id="${CSS.escape(id)}"]`);

/** The stop that Tab reaches: the last one with the focus, else the selected one, else the last in forward order. */
function tabStop(element, store, last) {
  const { answer, selected } = store.get();
  return [last, selected, stops(answer).at(-1)].find((id) => id && byId(element, id));
}

/** `{refresh()}`: call it after each drawing. `reveal(id)` brings a stop into view. */
export function createRoving(element, store, reveal) {
  let last = null;

  function refresh() {
    if (!store.get().answer) return;
    const stop = byId(element, tabStop(element, store, last));
    for (const button of element.querySelectorAll('[data-id][tabindex="0"]')) {
      if (button !== stop) button.setAttribute("tabindex", -1);
    }
    stop?.setAttribute("tabindex", 0);
  }

  function go(id) {
    reveal(id);
    byId(element, id)?.focus({ preventScroll: true });
  }

  function pressed(event) {
    const id = event.target.dataset?.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walk(store.get().answer, id, event.key, event.shiftKey);
    if (next) go(next);
    if (next || ["ArrowUp", "ArrowDown"].includes(event.key)) event.preventDefault();
    if (event.key === "Enter") store.set({ selected: id });
  }

  element.addEventListener("keydown", pressed);
  element.addEventListener("focusin", (event) => {
    last = event.target.dataset?.id ?? last;
    refresh();
  });
  return { refresh };
}
