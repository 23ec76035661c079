/** Pointer and focus on the drawables that carry a `data-id`: they only change what is hovered and what is selected. */

/**
 * Wires an element with drawables to a store; gives a function that takes the listeners away. `painted(event)` gives
 * the id of what is painted under the pointer, where there are no drawables.
 */
export function createPointing(element, store, painted) {
  const idAt = (event) => event.target.closest?.("[data-id]")?.dataset.id ?? painted(event);
  const hover = (id) => store.set({ hovered: id });
  const moved = (id) => id && hover(id);
  const listeners = {
    pointerover: (event) => event.pointerType !== "touch" && hover(idAt(event)),
    pointermove: (event) => event.pointerType !== "touch" && !event.buttons && moved(painted(event)),
    pointerleave: () => hover(null),
    focusin: (event) => event.target.matches(":focus-visible") && hover(idAt(event)),
    focusout: () => hover(null),
    click: (event) => idAt(event) && store.set({ selected: idAt(event) }),
  };
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  return () => Object.entries(listeners).forEach(([name, listener]) => element.removeEventListener(name, listener));
}
