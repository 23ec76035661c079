// Gradient descent: parameters, a rate, steps against the gradient, and how the loss goes.

import { h } from "../dom.js";
import { addTexts } from "../texts.js";
import en from "../../texts/descent.en.json" with { type: "json" };
import ko from "../../texts/descent.ko.json" with { type: "json" };
import { createButtons } from "./descent/buttons.js";
import { createChoice } from "./descent/choice.js";
import { createObstacle, obstacleOf } from "./descent/obstacle.js";
import { createPlot } from "./descent/plot.js";
import { createRating } from "./descent/rating.js";
import { createLosses, createUpdate, createWarning, lossesOf } from "./descent/report.js";
import { Runner } from "./descent/runner.js";

const SHOWN = ["answer", "problem", "inputs", "parameters", "rate", "descent", "digits", "language", "step", "source"];

/** Obstacles in front of which there is nothing to show but themselves. */
const BLOCKING = ["descent.not_scalar", "descent.no_gradient"];

function createBody({ store, session, api, texts: { t } }) {
  const runner = new Runner(store, session, api);
  const [choice, rating, buttons] = [createChoice(store, t), createRating(store, t), createButtons(runner, t)];
  const [plot, losses, warning, update] = [createPlot(t), createLosses(t), createWarning(store, runner, t), createUpdate(t)];
  const parts = [rating, buttons, losses, warning, update];
  const course = h("div", { class: "course" }, plot.element, ...losses.elements, warning.element, update.element);
  return {
    elements: [choice.element, rating.element, buttons.element, course],
    show(state) {
      choice.show(state);
      for (const part of parts) part.show(state);
      plot.show(lossesOf(state), state.digits);
    },
  };
}

/** Fills `element`; `rewrite(text)` exchanges the program. */
export function create(element, context) {
  addTexts({ en, ko });
  const { store, texts: { t }, rewrite } = context;
  const title = h("h2", { class: "sr", id: "descent-title" });
  const obstacle = createObstacle(t, rewrite);
  const body = createBody(context);
  element.append(title, obstacle.element, ...body.elements);
  let waiting = false;

  function show() {
    waiting = false;
    const state = store.get();
    title.textContent = t("descent.title");
    const obstructed = state.answer === null || BLOCKING.includes(obstacleOf(state));
    for (const part of body.elements) part.hidden = obstructed;
    if (state.answer) obstacle.show(state);
    if (!obstructed) body.show(state);
  }

  store.subscribe((now, before) => {
    if (waiting || now.panel !== "descent" || !["panel", ...SHOWN].some((key) => now[key] !== before[key])) return;
    waiting = true;
    requestAnimationFrame(show);
  });
  show();
}
