/** Draws a state into the layers: all of it, or as far as it is in view; and what moves from one drawing to the next. */

import { select } from "d3-selection";
import { prefersStill } from "../interact/gestures.js";
import { createLayers, renderLayers } from "../render/layers.js";
import { ghostsOf, glide } from "../render/glide.js";
import { lensItems, renderLens } from "../render/lens.js";
import { travel } from "../render/travel.js";
import { changes } from "../scene/changes.js";
import { MANY, SOME } from "../scene/window.js";
import { currentGate } from "../steps.js";
import { Distance } from "./distance.js";
import { wordsOf } from "./words.js";

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

  constructor(parts, zoom, texts, onDrawn) {
    [this.#parts, this.#zoom, this.#texts, this.#onDrawn] = [parts, zoom, texts, onDrawn];
    this.#layers = createLayers(select(parts.viewport));
    this.#lenses = select(parts.viewport).append("g").attr("class", "lenses");
    this.distance = new Distance(parts.canvas, zoom);
    this.scene = null;
  }

  /**
   * Draws a state; `frame(scene)` then chooses the view, and what has changed moves into place. Of a large circuit only
   * what is in view is drawn: there the view is chosen before, too.
   */
  show(state, before, frame) {
    const { svg } = this.#parts;
    const [step, moves] = [isOneStep(state, before), rearranged(state, before)];
    const [ghosts, transform] = [moves && ghostsOf(this.#layers, moves.gone), this.#zoom.transform()];
    svg.classList.toggle("moving", step || (svg.classList.contains("moving") && state.step === before?.step));
    svg.style.setProperty("--pace", 1 / state.speed);
    this.#state = null; // so that moving the view for the new state does not draw the old one
    if (state.answer.nodes.length > SOME) frame({ box: state.answer.layout, now: { gate: currentGate(state) } });
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

  /** Draws all of a circuit that is not too large, for paper; gives the box that it fills, else `null`. */
  drawAll() {
    if (!this.#state || this.#state.answer.nodes.length > MANY) return null;
    this.distance.whole(() => this.#draw());
    return this.scene.box;
  }

  /** Draws again what the view has come to show. */
  refresh() {
    if (this.#state) this.#draw();
  }

  /** The view has moved: what was out of sight is drawn at once, the rest when the view rests. */
  moved() {
    if (this.#state && !this.distance.follow()) this.refresh();
  }

  /** The view rests: what was drawn for another one is drawn anew. */
  rested() {
    if (this.#state && this.distance.isOutdated()) this.refresh();
  }
}
