/** How a circuit is drawn: whole, as far as it is in view, or, where that is still too much, on a canvas. */

import { setHidden } from "../dom.js";
import { contains } from "../geometry.js";
import { FAR } from "../interact/zoom.js";
import { paint } from "../render/canvas.js";
import { createScene } from "../scene.js";
import { MANY, SOME, inView } from "../scene/window.js";
import { currentGate } from "../steps.js";

const MOST_DRAWN = 240; // nodes in view; above, elements are too slow and the canvas takes over
const MOST_SMALL = 120; // where numbers cannot be read anyway
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
  #all = false; // whether all of a circuit that is not too large is to be drawn, in view or not
  #painted = null; // the transform under which the canvas was painted; null: it is not in use
  #bare = false; // whether the elements were drawn for a scale at which numbers cannot be read
  #whole = null; // what was painted: the state and the box of its scene

  constructor(canvas, zoom) {
    this.#canvas = canvas;
    this.#zoom = zoom;
  }

  /** Whether most of the circuit is on the canvas. */
  get isFar() {
    return this.#painted !== null;
  }

  /** `draw()` while all of a circuit that is not too large is in view, as it is on paper. */
  whole(draw) {
    this.#all = true;
    draw();
    this.#all = false;
  }

  /** What is to be drawn as elements; the rest is painted. */
  scene(state) {
    const glance = this.#glance(state);
    if (glance) return glance;
    this.#painted = null;
    this.#drawn = null;
    this.#bare = false;
    const scene = this.#sceneOf(state);
    setHidden(this.#canvas, !this.isFar);
    return scene;
  }

  #sceneOf(state) {
    const { nodes, layout } = state.answer;
    if (nodes.length <= SOME || (this.#all && nodes.length <= MANY)) return createScene(state);
    this.#drawn = widened(this.#zoom.seen());
    const near = inView(layout, this.#drawn);
    return nodes.length <= MANY ? this.#legible(createScene(state, layout, near)) : this.#part(state, near);
  }

  #part(state, layout) {
    const most = this.#zoom.transform().k < FAR ? MOST_SMALL : MOST_DRAWN;
    if (layout.nodes.length > most) return this.#far(state, layout);
    return this.#legible(createScene(state, layout));
  }

  /** A scene without the numbers that would be too small to be read. */
  #legible(scene) {
    this.#bare = this.#zoom.transform().k < FAR;
    return this.#bare ? { ...scene, numbers: [], matrices: [], sums: [] } : scene;
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

  /** Moves the canvas with the view; `false` where what has come into view is to be drawn at once. */
  follow() {
    if (!this.#drawn) return true;
    if (!this.isFar) return contains(this.#drawn, this.#zoom.seen());
    const { k, x, y } = this.#zoom.transform();
    const scale = k / this.#painted.k;
    const [dx, dy] = [x - this.#painted.x * scale, y - this.#painted.y * scale];
    this.#canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    return true;
  }

  /** Whether the view is another one than what is drawn was meant for. */
  isOutdated() {
    if (!this.#drawn) return false;
    const { k } = this.#zoom.transform();
    return this.isFar ? this.#zoom.transform() !== this.#painted : this.#bare !== k < FAR;
  }
}
