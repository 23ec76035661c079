/** Draws a state into the layers: all of it, or as far as it is in view; and what moves from one drawing to the next. */

import { select } from "d3-selection";
import { branchLabel, gateLabel, inputLabel, wiresText } from "../describe.js";
import { prefersStill } from "../interact/gestures.js";
import { createLayers, renderLayers } from "../render/layers.js";
import { ghostsOf, glide } from "../render/glide.js";
import { lensItems, renderLens } from "../render/lens.js";
import { travel } from "../render/travel.js";
import { changes } from "../scene/changes.js";
import { MANY } from "../scene/window.js";
import { Distance } from "./distance.js";

const REST = 100; // milliseconds without a move after which a large circuit is painted again

function wordsOf(state, { t }) {
  return {
    t,
    gate: (id) => gateLabel(state, id, t),
    input: (id) => inputLabel(state, id, t),
    branch: (id) => branchLabel(state, id, t),
    wires: (id) => wiresText(state, id, t),
  };
}

/** Whether a step has just been taken that is to be seen happening. */
function isOneStep(state, before) {
  const oneStep = Boolean(before) && Math.abs(state.step - before.step) === 1 && state.answer === before.answer;
  return oneStep && !prefersStill();
}

/** What to move from one drawing of a program to the next; `null` where the circuit is another one, or the same. */
function rearranged(state, before) {
  const [now, old] = [state.answer, before?.answer];
  const redrawn = old?.layout && now !== old && now.nodes.length !== old.nodes.length;
  const moving = redrawn && now.expression.source === old.expression.source && now.nodes.length <= MANY;
  return moving && !prefersStill() ? changes(old.nodes, now.nodes) : null;
}

/** The drawing in `parts` (`svg`, `viewport`, `canvas`) as `zoom` shows it; `onDrawn()` is called after each drawing. */
export class Drawing {
  #parts;
  #zoom;
  #texts;
  #layers;
  #lenses;
  #onDrawn;
  #state = null;
  #timer = null;

  constructor(parts, zoom, texts, onDrawn) {
    [this.#parts, this.#zoom, this.#texts, this.#onDrawn] = [parts, zoom, texts, onDrawn];
    this.#layers = createLayers(select(parts.viewport));
    this.#lenses = select(parts.viewport).append("g").attr("class", "lenses");
    this.distance = new Distance(parts.canvas, zoom);
    this.scene = null;
  }

  /** Draws a state; `frame(scene)` then chooses the view, and what has changed moves into place. */
  show(state, before, frame) {
    const { svg } = this.#parts;
    const [step, moves] = [isOneStep(state, before), rearranged(state, before)];
    const [ghosts, transform] = [moves && ghostsOf(this.#layers, moves.gone), this.#zoom.transform()];
    svg.classList.toggle("moving", step || (svg.classList.contains("moving") && state.step === before?.step));
    svg.style.setProperty("--pace", 1 / state.speed);
    this.#state = state;
    this.#draw();
    frame(this.scene);
    if (step) travel(this.#layers.wires, this.scene.now.phase, state.speed);
    if (moves) this.#glide(state, before, moves, { ghosts, transform });
  }

  #draw() {
    this.scene = this.distance.scene(this.#state);
    renderLayers(this.#layers, this.scene, wordsOf(this.#state, this.#texts));
    renderLens(this.#lenses, this.distance.isFar ? lensItems(this.scene, this.#zoom.transform().k) : []);
    this.#onDrawn();
  }

  #glide(state, before, moves, { ghosts, transform }) {
    const old = { layout: before.answer.layout, transform };
    const now = { layout: state.answer.layout, transform: this.#zoom.transform() };
    glide(this.#layers, old, now, moves, ghosts);
  }

  /** Draws again what the view has come to show. */
  refresh() {
    clearTimeout(this.#timer);
    if (this.#state) this.#draw();
  }

  /** The view has moved: what was out of sight is drawn at once, a painted circuit when the view rests. */
  moved() {
    const when = this.#state && this.distance.follow();
    if (when === "now") this.refresh();
    if (when !== "later") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), REST);
  }
}
