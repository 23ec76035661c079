// Dragging a number sideways.

import { scrubbed } from "../../values.js";

/** Pixels that a pointer moves before a press becomes a drag. */
const SLACK = 3;

/** Lets `field` be dragged: `start()` gives the number to start from, `move(number)` takes each new one. */
export function makeScrubbable(field, start, move) {
  let press = null;

  function begin(pointerId) {
    press.dragging = true;
    field.setPointerCapture(pointerId);
    field.classList.add("dragging");
    field.blur();
  }

  function moved(event) {
    if (!press) return;
    const pixels = event.clientX - press.x;
    if (!press.dragging && Math.abs(pixels) <= SLACK) return;
    if (!press.dragging) begin(event.pointerId);
    move(scrubbed(press.number, pixels, event));
  }

  function finish() {
    press = null;
    field.classList.remove("dragging");
  }

  field.addEventListener("pointerdown", (event) => {
    if (event.button === 0) press = { x: event.clientX, number: start(), dragging: false };
  });
  field.addEventListener("pointermove", moved);
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) field.addEventListener(type, finish);
}
