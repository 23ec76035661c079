/** Which part of the circuit the figure shows: all of it where it fits, else the gate of the current step. */

import { contains, heightIn, placesOf } from "../geometry.js";
import { pageScale } from "../interact/scale.js";
import { fittedScales } from "../interact/zoom.js";
import { createSize } from "./size.js";

const LEAST_HEIGHT = 200;
const LARGEST_PART = 0.6; // of the window's height

function heightFor(box, width) {
  const room = Math.max(260, (innerHeight / pageScale()) * LARGEST_PART);
  return Math.round(Math.min(Math.max(heightIn(box, width, fittedScales(width)), LEAST_HEIGHT), room));
}

function sameCircuit(state, before) {
  if (!before?.answer) return false;
  const key = ({ answer }) => `${answer.expression.source}\n${answer.nodes.length}`;
  return state.answer === before.answer || key(state) === key(before);
}

/** The box around a gate, an input's name or a branch, with the numbers beside it. */
function placeOf({ answer }, id) {
  const node = placesOf(answer.layout).get(id.replace("branch:", ""));
  const item = id.startsWith("branch:") ? node?.branch : node;
  return item ? { x: item.x - 60, y: item.y - 40, width: 160, height: 80 } : null;
}

function centreOf(place) {
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
}

/**
 * `{measure(), follow(state, before, scene), reveal(id)}` for the figure's element, its `svg` and the zoom; `measure()` is
 * to be called before a drawing. With `fills` the figure has the place that it is given, else it takes the height that its
 * circuit needs; `onFramed(box)` hears of each new view.
 */
export function createFraming(element, svg, zoom, { fills = false, onFramed = () => {} } = {}) {
  let scene = null;
  let state = null;
  let shown = null;

  function frame() {
    const width = size.width();
    if (!scene || !width) return;
    if (!fills) size.setHeight(heightFor(scene.box, width));
    zoom.setBox(scene.box);
    zoom.fit();
    shown = scene.box;
    element.classList.toggle("pannable", !zoom.showsAll());
    centreNow(false);
    onFramed(scene.box);
  }

  /** Brings the gate of the step, or else the one that is open, to the middle. */
  function centreNow(smooth) {
    const id = scene.now.gate ?? state.selected;
    const place = id && placeOf(state, id);
    if (place) zoom.centre(centreOf(place), smooth);
  }

  /** New numbers in the same circuit leave the view alone as long as the circuit stays within what was framed. */
  function keepsFrame(before) {
    return sameCircuit(state, before) && shown && (zoom.touched || contains(shown, scene.box));
  }

  function follow(next, before, drawn) {
    [state, scene] = [next, drawn];
    if (!keepsFrame(before)) frame();
    else if (state.step !== before.step) centreNow(true);
  }

  function reveal(id) {
    const place = placeOf(state, id);
    if (place) zoom.reveal(place);
  }

  const size = createSize(svg, zoom, (now, before) => {
    if (now.width !== before.width || (fills && now.height !== before.height)) frame();
  });
  return { measure: size.measure, follow, reveal };
}
