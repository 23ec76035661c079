/** Zoom and pan: only the inner group is transformed. Wheel with Ctrl or a pinch zooms, a drag pans, 0 fits. */

import { centreOn, contains, fit, windowOf } from "../geometry.js";
import { accepts, panByTouch, prefersStill } from "./gestures.js";
import { createMotion } from "./motion.js";
import { createPanning } from "./panning.js";
import { placeIn } from "./scale.js";
import { easeInOut, tween } from "./tween.js";
import { between, pointAt, scaledBy, viewText, within } from "./views.js";

const RANGE = [0.1, 4];
const STEP = 1.25;
const GLIDE = 240; // milliseconds
const PHONE = 640;
const LEAST = 11 / 13; // so that the numbers, 13 px at scale 1, are 11 px at least
const MOST = 1.2;

/** The least and greatest scale of a fitted figure whose place is given: its numbers can be read. */
export const LEGIBLE = [LEAST, MOST];

/** Below this scale numbers are too small to be read. */
export const FAR = 0.55;

const FARTHEST = 0.3; // below this one gate labels are
const BEYOND = 200; // circuit pixels by which one can pan past the circuit's edges

/** The least and greatest scale of a fitted figure: on phones circuits keep their size and pan. */
export function fittedScales(width) {
  return width < PHONE ? [1, 1] : LEGIBLE;
}

const clamp = (k) => Math.min(Math.max(k, RANGE[0]), RANGE[1]);

function around({ x, y, width, height }) {
  return { x: x - BEYOND, y: y - BEYOND, width: width + 2 * BEYOND, height: height + 2 * BEYOND };
}

/** The scale for texts that keep a least size on the screen, in steps of a tenth; above 1 they need nothing. */
export function textScale(k) {
  return k >= 1 ? 1 : 1.1 ** Math.floor(Math.log(k) / Math.log(1.1));
}

function showScale(element, k) {
  element.style.setProperty("--k", textScale(k));
  element.classList.toggle("far", k < FAR);
  element.classList.toggle("farthest", k < FARTHEST);
}

/** The zoom of one `svg` element: what is seen of which box, and the moves that change it. */
class Zoom {
  #box = { x: 0, y: 0, width: 1, height: 1 };
  #viewport = { width: 1, height: 1 };
  #view = { k: 1, x: 0, y: 0 };
  #stop = () => {}; // ends a view's gliding
  #show;
  #element;
  #scales;
  #motion;

  /**
   * `onChange(window, whole)` tells which part of the circuit is seen, and whether that is all of it; `onRest()` that it
   * stays so for now. `scales(width)` gives the least and greatest scale of a fitted figure.
   */
  constructor(element, group, { onChange, onRest, scales = fittedScales }) {
    this.#element = element;
    this.#scales = scales;
    this.#motion = createMotion(() => {
      showScale(element, this.transform().k);
      onRest();
    });
    this.touched = false; // whether the reader has chosen a view of their own
    this.#show = (view) => {
      this.#view = view;
      group.setAttribute("transform", viewText(view));
      this.#motion.moves();
      onChange(this.seen(), this.showsAll());
    };
    const move = (view) => this.#takenTo(view);
    createPanning(element, { accepts, clamp, move, view: () => this.#view });
    panByTouch(element, (dx) => move({ ...this.#view, x: this.#view.x + dx }));
  }

  /** The element's size as it was told last: to ask the element would lay out the page anew at each move. */
  viewport() {
    return this.#viewport;
  }

  /** Tells the size that the element has, or is about to have. */
  resize({ width, height }) {
    this.#viewport = { width: width || 1, height: height || 1 };
  }

  seen() {
    return windowOf(this.#view, this.#viewport);
  }

  /** The point of the circuit under a pointer. */
  pointAt(event) {
    return pointAt(this.#view, placeIn(this.#element, event));
  }

  /** `{k, x, y}`: circuit pixels times `k`, plus `x` or `y`, are pixels of the element. */
  transform() {
    return this.#view;
  }

  showsAll() {
    return contains(this.seen(), this.#box);
  }

  setBox(box) {
    this.#box = box;
  }

  /** The reader takes the view somewhere, as far as there is something to see. */
  #takenTo(view) {
    this.#stop();
    this.touched = true;
    this.#show(within(view, this.#viewport, around(this.#box)));
  }

  /** Moves the view, which is there at once where it is not to glide. */
  #apply(view, smooth) {
    this.#stop();
    const [from, size] = [this.#view, this.#viewport];
    if (smooth && !prefersStill()) this.#stop = tween(GLIDE, (t) => this.#show(between(from, view, easeInOut(t), size)));
    else {
      this.#show(view);
      this.#motion.rests();
    }
  }

  #zoomBy(factor) {
    this.touched = true;
    const view = scaledBy(this.#view, clamp(this.#view.k * factor) / this.#view.k, this.#viewport);
    this.#apply(within(view, this.#viewport, around(this.#box)), true);
  }

  zoomIn() {
    this.#zoomBy(STEP);
  }

  zoomOut() {
    this.#zoomBy(1 / STEP);
  }

  /** Shows the whole circuit, or its beginning where it is too large to be read. */
  fit(smooth = false) {
    this.touched = false;
    this.#apply(fit(this.#box, this.#viewport, this.#scales(this.#viewport.width)), smooth);
  }

  /** Brings a point to the middle, unless the whole circuit is in view anyway. */
  centre(point, smooth = true) {
    if (this.showsAll()) return;
    this.#apply(centreOn(point, this.#view.k, this.#box, this.#viewport), smooth);
  }

  /** Brings a box into view if it is not. */
  reveal(place) {
    if (!contains(this.seen(), place)) this.centre({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
  }
}

/** The zoom for an `svg` element and the group in it; see `Zoom`. */
export function createZoom(...given) {
  return new Zoom(...given);
}
