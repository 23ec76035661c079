/** Zoom and pan: only the inner group is transformed. Wheel with Ctrl or a pinch zooms, a drag pans, 0 fits. */

import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity } from "d3-zoom";
import { centreOn, contains, fit, windowOf } from "../geometry.js";
import { accepts, panByTouch, prefersStill } from "./gestures.js";
import { placeIn } from "./scale.js";

const RANGE = [0.1, 4];
const STEP = 1.25;
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

function around({ x, y, width, height }) {
  return [[x - BEYOND, y - BEYOND], [x + width + BEYOND, y + height + BEYOND]];
}

/**
 * The scale for texts that keep a least size on the screen: in steps of a tenth, so that zooming does not restyle the
 * whole drawing in each frame; above 1 they need nothing.
 */
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
  #behaviour;
  #element;
  #scales;

  /**
   * `onChange(window, whole)` tells which part of the circuit is seen, and whether that is all of it; `scales(width)`
   * gives the least and greatest scale of a fitted figure.
   */
  constructor(element, group, onChange, scales) {
    this.#element = element;
    this.#scales = scales;
    this.touched = false; // whether the reader has chosen a view of their own
    const moved = ({ transform, sourceEvent }) => {
      this.touched ||= Boolean(sourceEvent);
      group.setAttribute("transform", transform.toString());
      showScale(element, transform.k);
      onChange(this.seen(), this.showsAll());
    };
    this.#behaviour = zoom().scaleExtent(RANGE).filter(accepts).clickDistance(5).on("zoom", moved);
    this.#behaviour.extent(() => [[0, 0], [this.viewport().width, this.viewport().height]]);
    select(element).call(this.#behaviour).on("dblclick.zoom", null);
    panByTouch(element, (dx) => this.#act((svg, scale) => svg.call(this.#behaviour.translateBy, dx / scale, 0)));
  }

  viewport() {
    return { width: this.#element.clientWidth || 1, height: this.#element.clientHeight || 1 };
  }

  seen() {
    return windowOf(this.#element.__zoom, this.viewport());
  }

  /** The point of the circuit under a pointer. */
  pointAt(event) {
    const place = placeIn(this.#element, event);
    const { k, x, y } = this.transform();
    return { x: (place.x - x) / k, y: (place.y - y) / k };
  }

  /** `{k, x, y}`: circuit pixels times `k`, plus `x` or `y`, are pixels of the element. */
  transform() {
    return this.#element.__zoom;
  }

  showsAll() {
    return contains(this.seen(), this.#box);
  }

  setBox(box) {
    this.#box = box;
    this.#behaviour.translateExtent(around(box));
  }

  #target(smooth) {
    const svg = select(this.#element);
    return smooth && !prefersStill() ? svg.transition().duration(240) : svg.interrupt();
  }

  #apply({ k, x, y }, smooth) {
    this.#target(smooth).call(this.#behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  }

  #act(move) {
    this.touched = true;
    move(select(this.#element), this.#element.__zoom.k);
  }

  zoomIn() {
    this.#act(() => this.#target(true).call(this.#behaviour.scaleBy, STEP));
  }

  zoomOut() {
    this.#act(() => this.#target(true).call(this.#behaviour.scaleBy, 1 / STEP));
  }

  /** Shows the whole circuit, or its beginning where it is too large to be read. */
  fit(smooth = false) {
    this.touched = false;
    this.#apply(fit(this.#box, this.viewport(), this.#scales(this.#element.clientWidth)), smooth);
  }

  /** Brings a point to the middle, unless the whole circuit is in view anyway. */
  centre(point, smooth = true) {
    if (this.showsAll()) return;
    this.#apply(centreOn(point, this.#element.__zoom.k, this.#box, this.viewport()), smooth);
  }

  /** Brings a box into view if it is not. */
  reveal(place) {
    if (!contains(this.seen(), place)) this.centre({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
  }
}

/** The zoom for an `svg` element and the group in it; see `Zoom`. */
export function createZoom(element, group, onChange, scales = fittedScales) {
  return new Zoom(element, group, onChange, scales);
}
