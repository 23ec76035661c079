/** How high a circuit with what belongs to it would be in the width that it has, if nothing were cut. */

import { heightIn } from "../geometry.js";
import { LEGIBLE } from "../interact/zoom.js";

const LEAST = 120;
const MOST = 640; // a larger circuit is moved about in its window

/** The height that a circuit needs, which lies in `box`. */
function heightOf(box, width) {
  return Math.round(Math.min(Math.max(heightIn(box, width, LEGIBLE), LEAST), MOST));
}

function paddingOf(element) {
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  return parseFloat(paddingTop) + parseFloat(paddingBottom);
}

/**
 * `{framed(box)}`, to be told of each new view of the circuit. The figure of an explored circuit gets the height that it
 * needs, as the panels follow; any other has what its place leaves it.
 */
export function createSize(root, figure, { isExplored, onHeight }) {
  let box = null;
  let told = null;

  function tell() {
    if (!box) return;
    const high = heightOf(box, figure.querySelector(".circuit").clientWidth) + paddingOf(figure);
    if (isExplored) figure.style.height = `${high}px`;
    const others = [...root.children].filter((child) => child !== figure);
    const height = high + others.reduce((sum, child) => sum + child.offsetHeight, 0);
    if (height !== told) onHeight(height);
    told = height;
  }

  const sizes = new ResizeObserver(tell);
  for (const child of root.children) sizes.observe(child);
  return {
    framed(next) {
      box = next;
      tell();
    },
  };
}
