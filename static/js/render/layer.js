/** One layer is one data join; only elements whose drawable has changed are touched again. */

import { selectAll } from "d3-selection";

const drawn = new WeakMap(); // the item that an element shows
const joined = new WeakMap(); // the elements of a layer in their order, by selector

const isSame = (one, other) => Object.is(one, other) || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));

function hasChanged(element, item) {
  const before = drawn.get(element);
  drawn.set(element, item);
  return !before || Object.keys({ ...before, ...item }).some((key) => !isSame(item[key], before[key]));
}

function join(layer, selector, items, enter) {
  const lists = joined.get(layer.node()) ?? {};
  joined.set(layer.node(), lists);
  lists[selector] = layer.selectAll(`:scope > ${selector}`).data(items, ({ id }) => id).join(enter).nodes();
  return lists[selector];
}

/** The elements for `items`: those that are there, where they are the same in the same order, as while a number changes. */
function elementsOf(layer, selector, items, enter) {
  const known = joined.get(layer.node())?.[selector] ?? [];
  const isKept = known.length === items.length && items.every(({ id }, i) => known[i].__data__.id === id);
  if (!isKept) return join(layer, selector, items, enter);
  items.forEach((item, i) => (known[i].__data__ = item));
  return known;
}

/**
 * Joins `items` by their `id` to the children of `layer` that match `selector`; gives the selection of those that are
 * new or differ from what was drawn last.
 */
export function drawLayer(layer, selector, items, enter) {
  const elements = elementsOf(layer, selector, items, enter);
  return selectAll(elements.filter((element, i) => hasChanged(element, items[i])));
}
