/** Where there is no inspector, choosing a gate is looking at it: a finger, too, then gets its sentence in the caption. */

export function createLooking(store) {
  const look = ({ selected }) => selected !== null && store.set({ selected: null, hovered: selected });
  look(store.get());
  store.subscribe(look);
}
