/** What a reader does to move a view: drags with the mouse, pinches, turns the wheel. Each gives a new view to `move`. */

import { placeIn } from "./scale.js";
import { pointAt, scaledAbout, viewWith } from "./views.js";

const CLICK = 5; // pixels; a press that moves further is no click
const PAGE_OF_LINES = 0.05;
const STEPS = [0.002, PAGE_OF_LINES, 1]; // what a wheel turns by: pixels, lines, pages

/** The next click is not one: it ends a drag. */
function swallowClick(view) {
  const swallow = (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  view.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => view.removeEventListener("click", swallow, { capture: true }), 0);
}

function panByMouse(element, { accepts, view, move }) {
  element.addEventListener("mousedown", (event) => {
    if (!accepts(event)) return;
    const page = event.view;
    const [start, from] = [placeIn(element, event), view()];
    let isDrag = false;
    const moved = (now) => {
      const place = placeIn(element, now);
      isDrag ||= Math.hypot(place.x - start.x, place.y - start.y) > CLICK;
      move(viewWith(from.k, pointAt(from, start), place));
    };
    const ended = () => {
      page.removeEventListener("mousemove", moved, true);
      page.removeEventListener("mouseup", ended, true);
      if (isDrag) swallowClick(page);
    };
    page.addEventListener("mousemove", moved, true);
    page.addEventListener("mouseup", ended, true);
  });
}

function zoomByWheel(element, { accepts, view, move, clamp }) {
  element.addEventListener("wheel", (event) => {
    if (!accepts(event)) return;
    event.preventDefault();
    const turned = -event.deltaY * STEPS[event.deltaMode] * (event.ctrlKey ? 10 : 1);
    move(scaledAbout(view(), clamp(view().k * 2 ** turned), placeIn(element, event)));
  }, { passive: false });
}

const distance = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
const middle = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

function zoomByPinch(element, { accepts, view, move, clamp }) {
  const places = ({ touches }) => [touches[0], touches[1]].map((touch) => placeIn(element, touch));
  let pinch = null;
  element.addEventListener("touchstart", (event) => {
    pinch = accepts(event) ? { places: places(event), from: view() } : null;
  }, { passive: true });
  element.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length < 2) return;
    event.preventDefault();
    const { from } = pinch;
    const k = clamp((from.k * distance(places(event))) / distance(pinch.places));
    move(viewWith(k, pointAt(from, middle(pinch.places)), middle(places(event))));
  }, { passive: false });
  for (const end of ["touchend", "touchcancel"]) element.addEventListener(end, () => (pinch = null));
}

/** `moves` is `{accepts(event), view(), move(view), clamp(scale)}`. */
export function createPanning(element, moves) {
  for (const listen of [panByMouse, zoomByWheel, zoomByPinch]) listen(element, moves);
}
