// One step, many, pause; undo, back to the start.

import { h } from "../../dom.js";
import { canUndo } from "./path.js";
import { isReady } from "./runner.js";

const COUNTS = [1, 10, 100];

/** A button that keeps the focus when there is nothing left for it to do. */
function createButton(className, act) {
  const press = ({ currentTarget }) => currentTarget.ariaDisabled !== "true" && act();
  return h("button", { type: "button", class: className, onclick: press });
}

const row = (...buttons) => h("div", { class: "walk" }, ...buttons);

/** Whether a step was taken that has not arrived yet. */
const isOnItsWay = ({ descent, inputs, problem }) => Boolean(descent) && !problem && inputs !== descent.points.at(-1).inputs;

/** Buttons that drive `runner`. The one that started a run pauses it. */
export function createButtons(runner, t) {
  let started = null; // the count of the run that is going on

  function press(count) {
    if (started === count) return runner.pause();
    started = count;
    return runner.run(count);
  }

  const steps = COUNTS.map((count) => createButton(count === 1 ? "btn primary" : "btn", () => press(count)));
  const undo = createButton("btn", () => runner.undo());
  const restart = createButton("btn", () => runner.restart());

  function nameOf(count) {
    if (count === 1) return t("descent.one");
    return started === count ? t("descent.pause") : t("descent.many", { count });
  }

  function disable(state, { running, busy }) {
    const points = state.descent?.points ?? [];
    steps.forEach((button, i) => (button.ariaDisabled = String(busy ? COUNTS[i] !== started : !isReady(state))));
    undo.ariaDisabled = String(running || !canUndo(points));
    restart.ariaDisabled = String(running || points.length < 2);
  }

  return {
    element: h("div", { class: "walks" }, row(...steps), row(undo, restart)),
    show(state) {
      const running = state.descent?.left > 0;
      const busy = running || isOnItsWay(state);
      if (!busy) started = null;
      COUNTS.forEach((count, i) => (steps[i].textContent = nameOf(count)));
      undo.textContent = t("descent.undo");
      restart.textContent = t("descent.restart");
      disable(state, { running, busy });
    },
  };
}
