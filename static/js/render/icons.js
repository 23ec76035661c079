/** The line icons of the figure and the stepper, 16 × 16. */

import { s } from "../dom.js";

const PATHS = {
  minus: "M3.5 8h9",
  plus: "M8 3.5v9M3.5 8h9",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  start: "M4 3v10M13 3.5 6.5 8l6.5 4.5z",
  back: "M10.5 3.5 5 8l5.5 4.5",
  next: "M5.5 3.5 11 8l-5.5 4.5",
  end: "M12 3v10M3 3.5 9.5 8 3 12.5z",
  close: "M4 4l8 8M12 4l-8 8",
};
const FILLED = { play: "M5 3.2v9.6L13 8z", pause: "M4.5 3.2h2.6v9.6H4.5zM8.9 3.2h2.6v9.6H8.9z" };

/** The icon `name`, hidden from screen readers: its button has a label. */
export function icon(name) {
  const path = FILLED[name] ? s("path", { class: "fill", d: FILLED[name] }) : s("path", { d: PATHS[name] });
  return s("svg", { class: "ic", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}
