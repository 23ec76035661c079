/** Which gestures move the figure, so that the page keeps its own scrolling. */

/** A drag with the mouse, a wheel only with Ctrl (as a pinch on a touchpad sends it), touches only in pairs. */
export function accepts(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  if (event.type === "dblclick") return false;
  if (event.touches) return event.touches.length > 1;
  return !event.button && !event.ctrlKey;
}

/** Pans with one finger sideways, and leaves the page its scrolling up and down (`touch-action: pan-y`). */
export function panByTouch(element, pan) {
  let from = null;
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") from = event.isPrimary ? event.clientX : null;
  });
  element.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" || from === null || !event.isPrimary) return;
    pan(event.clientX - from);
    from = event.clientX;
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => (from = null));
}

/** Whether the reader asked for less motion. */
export const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
