/** From one drawing of a program to another: what stays glides, what goes slides into what comes, and fades. */

const LASTS = 320;
const EASING = "cubic-bezier(.2, 0, 0, 1)";
const NODE = /n\d+/;
const PLACED = ["branches", "gates", "names", "numbers", "matrices"];
const APPEARING = ["wires", "folds"];

/** Where each node stands on the screen. */
function screen({ layout, transform: { k, x, y } }) {
  return new Map(layout.nodes.map((place) => [place.id, { x: place.x * k + x, y: place.y * k + y }]));
}

function slide(element, from, to, { k }, more = {}) {
  const [dx, dy] = [(from.x - to.x) / k, (from.y - to.y) / k];
  const frames = [{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "translate(0, 0)" }];
  return element.animate(frames, { duration: LASTS, easing: EASING, composite: "add", ...more });
}

const appear = (element) => element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: LASTS });

/** Copies of the gates that will go, to be drawn over the new circuit. */
export function ghostsOf(layers, gone) {
  const gates = layers.gates.selectAll(":scope > g").filter(({ id }) => gone.some((gate) => gate.id === id));
  return gates.nodes().map((element) => ({ element: element.cloneNode(true), id: element.dataset.id }));
}

function vanish({ element, id }, layers, gone, places, transform) {
  const { into } = gone.find((gate) => gate.id === id);
  for (const name of ["data-id", "tabindex", "role", "aria-label"]) element.removeAttribute(name);
  element.setAttribute("aria-hidden", "true");
  layers.gates.node().parentNode.append(element);
  const [from, to] = [places.old.get(id), places.now.get(into) ?? places.old.get(id)];
  const here = { x: 0, y: 0 };
  const away = { x: to.x - from.x, y: to.y - from.y };
  slide(element, here, away, transform, { direction: "reverse" });
  element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: LASTS / 2, fill: "forwards" }).finished.then(() => element.remove());
}

function arrive(element, item, { same, come }, places, transform) {
  const id = NODE.exec(item.id)?.[0];
  const from = same.get(id) ?? come.find((gate) => gate.id === id)?.from;
  const [start, end] = [places.old.get(from), places.now.get(id)];
  if (start && end) slide(element, start, end, transform);
  if (!same.has(id)) appear(element);
}

/**
 * Moves what has just been drawn from where it stood before. `before` and `now` hold a `layout` and the `transform`
 * of the view; `ghosts` were taken before the drawing.
 */
export function glide(layers, before, now, changed, ghosts) {
  const places = { old: screen(before), now: screen(now) };
  for (const name of PLACED) {
    layers[name].selectAll(":scope > *").each(function move(item) {
      if (item) arrive(this, item, changed, places, now.transform);
    });
  }
  for (const name of APPEARING) layers[name].selectAll(":scope > *").nodes().forEach(appear);
  for (const ghost of ghosts) vanish(ghost, layers, changed.gone, places, now.transform);
}
