/** Pointer and focus on the drawables that carry a `data-id`: they only change what is hovered and what is selected. */

function idAt(event) {
  return event.target.closest?.("[data-id]")?.dataset.id ?? null;
}

/** Wires an element with drawables to a store; gives a function that takes the listeners away. */
export function createPointing(element, store) {
  const hover = (id) => store.set({ hovered: id });
  const listeners = {
    pointerover: (event) => event.pointerType !== "touch" && hover(idAt(event)),
    pointerleave: () => hover(null),
    focusin: (event) => event.target.matches(":focus-visible") && hover(idAt(event)),
    focusout: () => hover(null),
    click: (event) => idAt(event) && store.set({ selected: idAt(event) }),
  };
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  return () => Object.entries(listeners).forEach(([name, listener]) => element.removeEventListener(name, listener));
}
