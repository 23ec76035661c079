/** Views of a plane in a window: `{k, x, y}`, where a point of the plane times `k`, plus `x` or `y`, is a place in the window. Pure. */

export const viewText = ({ k, x, y }) => `translate(${x},${y}) scale(${k})`;

/** The point of the plane at a place in the window. */
export const pointAt = ({ k, x, y }, place) => ({ x: (place.x - x) / k, y: (place.y - y) / k });

/** The view with the scale `k` in which `point` is at `place`. */
export const viewWith = (k, point, place) => ({ k, x: place.x - point.x * k, y: place.y - point.y * k });

/** The view with another scale, in which what is at `place` stays there. */
export const scaledAbout = (view, k, place) => viewWith(k, pointAt(view, place), place);

const middleOf = ({ width, height }) => ({ x: width / 2, y: height / 2 });

/** How far a window from `start` to `end` is to be moved so that it lies within the bounds, or around them where it is larger. */
function shift(start, end, least, most) {
  const [before, after] = [start - least, end - most];
  return after > before ? (before + after) / 2 : Math.min(0, before) || Math.max(0, after);
}

/** The view nearest to this one that shows nothing beyond the `bounds` in a window of that `size`. */
export function within(view, size, bounds) {
  const [start, end] = [pointAt(view, { x: 0, y: 0 }), pointAt(view, { x: size.width, y: size.height })];
  const dx = shift(start.x, end.x, bounds.x, bounds.x + bounds.width);
  const dy = shift(start.y, end.y, bounds.y, bounds.y + bounds.height);
  return { k: view.k, x: view.x + dx * view.k, y: view.y + dy * view.k };
}

/** The view that is `t` of the way from one to another: its middle moves straight, its scale evenly. */
export function between(from, to, t, size) {
  if (t === 1) return to;
  const middle = middleOf(size);
  const [start, end] = [pointAt(from, middle), pointAt(to, middle)];
  const point = { x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t };
  return viewWith(from.k * (to.k / from.k) ** t, point, middle);
}

/** The view scaled by `factor` about the middle of the window. */
export const scaledBy = (view, factor, size) => scaledAbout(view, view.k * factor, middleOf(size));
