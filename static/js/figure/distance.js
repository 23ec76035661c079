/** How a circuit is drawn: whole, as far as it is in view, or, where that is still too much, on a canvas. */

import { contains } from "../geometry.js";
import { FAR } from "../interact/zoom.js";
import { paint } from "../render/canvas.js";
import { createScene } from "../scene.js";
import { MANY, inView } from "../scene/window.js";
import { currentGate } from "../steps.js";

const MOST_DRAWN = 240; // nodes in view; above, elements are too slow and the canvas takes over
const PAINTED = ["answer", "step", "stepped", "folding", "digits", "language", "theme"]; // what a painted circuit shows
const MARGIN = 0.5; // of the window, on each side, drawn beyond it so that a small move shows nothing missing

function widened({ x, y, width, height }) {
  return { x: x - width * MARGIN, y: y - height * MARGIN, width: width * (1 + 2 * MARGIN), height: height * (1 + 2 * MARGIN) };
}

/** The part of a layout that is looked at: what the pointer, the step or the choice is about. */
function lookedAt({ answer, hovered, selected }, current) {
  const ids = new Set([hovered, selected, current].filter(Boolean).map((id) => id.replace("branch:", "")));
  return { ...answer.layout, nodes: answer.layout.nodes.filter(({ id }) => ids.has(id)), edges: [] };
}

/** The view of one figure: `canvas` lies under the drawn elements and moves with them. */
export class Distance {
  #canvas;
  #zoom;
  #drawn = null; // the box that the elements cover; null: all of the circuit
  #painted = null; // the transform under which the canvas was painted; null: it is not in use
  #whole = null; // what was painted: the state and the box of its scene

  constructor(canvas, zoom) {
    this.#canvas = canvas;
    this.#zoom = zoom;
  }

  /** Whether most of the circuit is on the canvas. */
  get isFar() {
    return this.#painted !== null;
  }

  /** Whether all of the circuit is drawn, also what is out of view. */
  get isWhole() {
    return this.#drawn === null;
  }

  /** What is to be drawn as elements; the rest is painted. */
  scene(state) {
    const glance = this.#glance(state);
    if (glance) return glance;
    this.#painted = null;
    this.#drawn = null;
    const scene = state.answer.nodes.length > MANY ? this.#part(state) : createScene(state);
    this.#canvas.hidden = !this.isFar;
    return scene;
  }

  #part(state) {
    this.#drawn = widened(this.#zoom.seen());
    const layout = inView(state.answer.layout, this.#drawn);
    if (layout.nodes.length > MOST_DRAWN) return this.#far(state, layout);
    const scene = createScene(state, layout);
    return this.#zoom.transform().k < FAR ? { ...scene, numbers: [], matrices: [], sums: [] } : scene;
  }

  #far(state, layout) {
    const all = createScene(state, layout);
    this.#painted = this.#zoom.transform();
    this.#whole = { state, box: all.box };
    this.#canvas.style.transform = "";
    paint(this.#canvas, all, state.answer.layout, this.#painted, this.#zoom.viewport());
    return this.#lens(state);
  }

  /** What is looked at, to be drawn as elements above the painted circuit. */
  #lens(state) {
    return { ...createScene(state, lookedAt(state, currentGate(state))), box: this.#whole.box };
  }

  /** The scene of a state in which only something else is looked at than when the circuit was painted; else `null`. */
  #glance(state) {
    const painted = this.isFar && this.#zoom.transform() === this.#painted && this.#whole.state;
    return painted && PAINTED.every((key) => state[key] === painted[key]) ? this.#lens(state) : null;
  }

  /** Moves the canvas with the view. Gives when to draw anew: `"now"`, `"later"` when the view rests, or `null`. */
  follow() {
    if (!this.#drawn) return null;
    if (!this.isFar) return contains(this.#drawn, this.#zoom.seen()) ? null : "now";
    const { k, x, y } = this.#zoom.transform();
    const scale = k / this.#painted.k;
    const [dx, dy] = [x - this.#painted.x * scale, y - this.#painted.y * scale];
    this.#canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    return "later";
  }
}
