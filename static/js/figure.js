/** The figure: the circuit with its tools, legend and overview. It draws what the store holds and changes only that. */

import { figureText } from "./describe.js";
import { setHidden, setText } from "./dom.js";
import { figureElements } from "./figure/elements.js";
import { Drawing } from "./figure/drawing.js";
import { createFraming } from "./figure/framing.js";
import { createPrinting } from "./figure/printing.js";
import { canShow, foldable, isFolded, toggledAll } from "./folding.js";
import { intersect } from "./geometry.js";
import { createFolding } from "./interact/folding.js";
import { createPointing } from "./interact/pointing.js";
import { createRoving } from "./interact/roving.js";
import { createZoom } from "./interact/zoom.js";
import { createOverview } from "./render/overview.js";
import { nodeAt } from "./scene/window.js";
import { applyTexts } from "./texts.js";

const DRAWN = ["answer", "step", "stepped", "selected", "hovered", "caret", "folding", "digits", "language", "theme"];

/** The caret of the program lights a gate as the pointer does, while that rests on none. */
const lookedAt = (state) => ({ ...state, hovered: state.hovered ?? state.caret });

function nameFigure({ title, description }, state, { t }) {
  const words = figureText(state, t);
  setText(title, words.title);
  setText(description, words.description);
}

const otherConstants = ({ constants }) => ({ constants: constants === "nodes" ? "absorbed" : "nodes" });

function showTools({ constants, folds, stale }, element, state, { t }) {
  const canFold = isFolded(state) || Boolean(state.answer && foldable(state.answer).length);
  setHidden(folds, !canFold || !canShow(state, toggledAll(state)));
  setHidden(constants, !canShow(state, otherConstants(state)));
  setText(folds, t(isFolded(state) ? "figure.fold.none" : "figure.fold.all"));
  setText(constants, t(`figure.constants.${state.constants}`));
  constants.setAttribute("aria-pressed", String(state.constants === "nodes"));
  setHidden(stale, !state.stale);
  element.classList.toggle("stale", Boolean(state.stale));
  element.classList.toggle("awaiting", !state.answer);
}

function wireTools({ constants, folds, zoomOut, fit, zoomIn }, store, zoom) {
  zoomOut.addEventListener("click", () => zoom.zoomOut());
  zoomIn.addEventListener("click", () => zoom.zoomIn());
  fit.addEventListener("click", () => zoom.fit(true));
  folds.addEventListener("click", () => store.set(toggledAll(store.get())));
  constants.addEventListener("click", () => store.set(otherConstants(store.get())));
}

const ZOOM_KEYS = { "+": "zoomIn", "=": "zoomIn", "-": "zoomOut", 0: "fit" };

function wireZoomKeys(element, zoom) {
  element.addEventListener("keydown", (event) => {
    const action = ZOOM_KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom[action](true);
  });
}

/**
 * Fills `element` with the figure of the store's circuit. Options: `keys`, where the key for folding is heard; `scales`
 * (see zoom.js), `fills` and `onFramed` (see framing.js).
 */
export function createFigure(element, store, texts, { keys = document, scales, ...framed } = {}) {
  const parts = figureElements(element);
  const overview = createOverview(parts.overview);
  const zoom = createZoom(parts.svg, parts.viewport, {
    onChange(seen, whole) {
      overview.show(!whole);
      overview.frame(intersect(seen, drawing?.scene?.box ?? seen));
      drawing?.moved();
    },
    onRest: () => drawing?.rested(),
    scales,
  });
  const framing = createFraming(element, parts.svg, zoom, framed);
  const roving = createRoving(parts.svg, store, (id) => {
    framing.reveal(id);
    drawing.refresh();
  });
  const drawing = new Drawing(parts, zoom, texts, () => roving.refresh());

  function draw(state, before) {
    framing.measure();
    drawing.show(lookedAt(state), before, (scene) => {
      if (state.answer !== before?.answer) overview.draw(state.answer.layout, scene.box);
      framing.follow(state, before, scene);
    });
    nameFigure(parts, state, texts);
  }

  function update(state, before) {
    if (!before || state.language !== before.language) applyTexts(element, texts);
    showTools(parts, element, state, texts);
    parts.svg.toggleAttribute("hidden", !state.answer);
    const changed = !before || DRAWN.some((key) => state[key] !== before[key]);
    if (state.answer?.layout && state.step !== null && changed) draw(state, before);
  }

  createPointing(parts.svg, store, (event) => (drawing.distance.isFar ? nodeAt(store.get().answer.layout, zoom.pointAt(event)) : null));
  createFolding(parts.svg, store, keys);
  createPrinting(parts.svg, zoom, () => drawing.drawAll());
  wireTools(parts, store, zoom);
  wireZoomKeys(parts.svg, zoom);
  update(store.get(), null);
  return store.subscribe(update);
}
