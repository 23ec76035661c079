/** One layer is one data join; only elements whose drawable has changed are touched again. */

const drawn = new WeakMap();

function hasChanged(element, item) {
  const now = JSON.stringify(item);
  if (drawn.get(element) === now) return false;
  drawn.set(element, now);
  return true;
}

/**
 * Joins `items` by their `id` to the children of `layer` that match `selector`; gives the selection of those that are
 * new or differ from what was drawn last.
 */
export function drawLayer(layer, selector, items, enter) {
  const all = layer.selectAll(`:scope > ${selector}`).data(items, (item) => item.id).join(enter);
  return all.filter(function changed(item) {
    return hasChanged(this, item);
  });
}
