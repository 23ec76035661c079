/** On paper the figure is as wide as the page and shows what is in view; a circuit that reaches beyond that, whole. */

function place({ x, y, width, height }, transform) {
  const { k } = transform;
  return [x * k + transform.x, y * k + transform.y, width * k, height * k].join(" ");
}

/** `whole()` draws a circuit whole and gives its box, or `null` where only what is in view is drawn. */
export function createPrinting(svg, zoom, whole) {
  addEventListener("beforeprint", () => {
    const shown = (!zoom.showsAll() && whole()) || zoom.seen();
    svg.setAttribute("viewBox", place(shown, zoom.transform()));
  });
  addEventListener("afterprint", () => svg.removeAttribute("viewBox"));
}
