/** On very wide screens the page is drawn larger, see tokens.css: pixels of the window are not those of the page. */

/** Pixels of the window for each of the page. */
export const pageScale = () => document.documentElement.currentCSSZoom ?? 1;

/** Where a pointer is within an element, in the element's pixels. */
export function placeIn(element, { clientX, clientY }) {
  const { left, top } = element.getBoundingClientRect();
  const scale = pageScale();
  return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}
