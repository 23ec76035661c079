/** The figure: the circuit with its tools, legend and overview. It draws what the store holds and changes only that. */

import { select } from "d3-selection";
import { branchLabel, figureText, gateLabel, inputLabel } from "./describe.js";
import { applyTexts } from "./texts.js";
import { createLayers, renderLayers } from "./render/layers.js";
import { createOverview } from "./render/overview.js";
import { ghostsOf, glide } from "./render/glide.js";
import { travel } from "./render/travel.js";
import { prefersStill } from "./interact/gestures.js";
import { createFolding } from "./interact/folding.js";
import { createPointing } from "./interact/pointing.js";
import { createRoving } from "./interact/roving.js";
import { createZoom } from "./interact/zoom.js";
import { intersect } from "./geometry.js";
import { createScene } from "./scene.js";
import { changes } from "./scene/changes.js";
import { foldable, isFolded, toggledAll } from "./folding.js";
import { figureElements } from "./figure/elements.js";
import { createFraming } from "./figure/framing.js";

const DRAWN = ["answer", "step", "stepped", "selected", "hovered", "folding", "digits", "language"];

function wordsOf(state, { t }) {
  return {
    t,
    gate: (id) => gateLabel(state, id, t),
    input: (id) => inputLabel(state, id, t),
    branch: (id) => branchLabel(state, id, t),
  };
}

function mayMove(state, before) {
  const oneStep = Math.abs(state.step - before.step) === 1 && state.answer === before.answer;
  return oneStep && !prefersStill();
}

function nameFigure({ title, description }, state, { t }) {
  const words = figureText(state, t);
  title.textContent = words.title;
  description.textContent = words.description;
}

/** What to move from one drawing of a program to the next; `null` where the circuit is another one, or the same. */
function rearranged(state, before) {
  const [now, old] = [state.answer, before?.answer];
  const redrawn = old?.layout && now !== old && now.nodes.length !== old.nodes.length;
  const moving = redrawn && now.expression.source === old.expression.source && now.nodes.length <= MOST_MOVED;
  return moving && !prefersStill() ? changes(old.nodes, now.nodes) : null;
}

function showTools({ constants, folds, stale }, element, state, { t }) {
  folds.hidden = !isFolded(state) && !(state.answer && foldable(state.answer).length);
  folds.textContent = t(isFolded(state) ? "figure.fold.none" : "figure.fold.all");
  constants.textContent = t(`figure.constants.${state.constants}`);
  constants.setAttribute("aria-pressed", String(state.constants === "nodes"));
  stale.hidden = !state.stale;
  element.classList.toggle("stale", Boolean(state.stale));
}

function wireTools({ constants, folds, zoomOut, fit, zoomIn }, store, zoom) {
  zoomOut.addEventListener("click", () => zoom.zoomOut());
  zoomIn.addEventListener("click", () => zoom.zoomIn());
  fit.addEventListener("click", () => zoom.fit(true));
  folds.addEventListener("click", () => store.set(toggledAll(store.get())));
  constants.addEventListener("click", () => {
    store.set({ constants: store.get().constants === "nodes" ? "absorbed" : "nodes" });
  });
}

const MOST_MOVED = 300; // nodes of a circuit that glides
const ZOOM_KEYS = { "+": "zoomIn", "=": "zoomIn", "-": "zoomOut", 0: "fit" };

function wireZoomKeys(element, zoom) {
  element.addEventListener("keydown", (event) => {
    const action = ZOOM_KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom[action](true);
  });
}

/** Fills `element` with the figure of the store's circuit. */
export function createFigure(element, store, texts) {
  const parts = figureElements(element);
  const layers = createLayers(select(parts.viewport));
  const overview = createOverview(parts.overview);
  const zoom = createZoom(parts.svg, parts.viewport, (seen, whole) => {
    overview.show(!whole);
    overview.frame(intersect(seen, scene?.box ?? seen));
  });
  const framing = createFraming(element, parts.svg, zoom);
  const roving = createRoving(parts.svg, store, (id) => framing.reveal(id));
  let scene = null;

  function draw(state, before) {
    const moving = Boolean(before) && mayMove(state, before);
    const moves = rearranged(state, before);
    const [ghosts, transform] = [moves && ghostsOf(layers, moves.gone), zoom.transform()];
    scene = createScene(state);
    parts.svg.classList.toggle("moving", moving || (parts.svg.classList.contains("moving") && state.step === before?.step));
    parts.svg.style.setProperty("--pace", 1 / state.speed);
    renderLayers(layers, scene, wordsOf(state, texts));
    if (state.answer !== before?.answer) overview.draw(scene);
    nameFigure(parts, state, texts);
    roving.refresh();
    framing.follow(state, before, scene);
    if (moving) travel(layers.wires, scene.now.phase, state.speed);
    if (moves) {
      const [old, now] = [{ layout: before.answer.layout, transform }, { layout: state.answer.layout, transform: zoom.transform() }];
      glide(layers, old, now, moves, ghosts);
    }
  }

  function update(state, before) {
    if (!before || state.language !== before.language) applyTexts(element, texts);
    showTools(parts, element, state, texts);
    parts.svg.toggleAttribute("hidden", !state.answer);
    const changed = !before || DRAWN.some((key) => state[key] !== before[key]);
    if (state.answer?.layout && state.step !== null && changed) draw(state, before);
  }

  createPointing(parts.svg, store);
  createFolding(parts.svg, store);
  wireTools(parts, store, zoom);
  wireZoomKeys(parts.svg, zoom);
  update(store.get(), null);
  return store.subscribe(update);
}
