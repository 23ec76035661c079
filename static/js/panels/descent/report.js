// How the descent goes: the losses, what they say about the rate, the last step with its numbers.

import { h } from "../../dom.js";
import { typeset } from "../../math.js";
import { formatNumber, toNumber } from "../../numbers.js";
import { timeline } from "../../steps.js";
import { updateRows } from "./equations.js";
import { numbersOf, parametersOf } from "./parameters.js";
import { verdict } from "./path.js";
import { calmerRate, plainRate } from "./rate.js";
import { isSettled } from "./runner.js";
import { changeOf } from "./update.js";

const RULE = String.raw`w \;\leftarrow\; w - \eta\,\dfrac{\partial L}{\partial w}`;

/** The losses so far, the present one last. Pure. */
export function lossesOf({ descent, answer }) {
  return descent ? descent.points.map(({ loss }) => loss) : [toNumber(answer.output.value)];
}

/** What is wrong with a descent: `"grows"`, `"nonfinite"`, `"failed"`, or `null`. Pure. */
export function complaint(state) {
  const { descent } = state;
  if (!descent) return null;
  if (descent.ended) return descent.ended;
  const found = descent.points.length > 1 ? verdict(lossesOf(state)) : "fine";
  return found === "fine" ? null : found;
}

/** The line with the losses at the start and now. */
export function createLosses(t) {
  const element = h("p", { class: "losses" });
  const spoken = h("p", { class: "sr", role: "status" });
  const part = (name, text) => [`${t(`descent.${name}`)} `, h("span", { class: "v", text })];

  return {
    elements: [element, spoken],
    show(state) {
      const losses = lossesOf(state);
      const [start, now] = [losses[0], losses.at(-1)].map((loss) => formatNumber(loss, state.digits));
      const count = losses.length - 1;
      const steps = t(count === 1 ? "descent.one_step" : "descent.steps", { count });
      element.replaceChildren(...part("start", start), " · ", ...part("now", now), " · ", steps);
      if (state.descent && !state.descent.left) spoken.textContent = t("descent.spoken", { count, loss: now });
    },
  };
}

/** The warning, with the way out of it. */
export function createWarning(store, runner, t) {
  const text = h("p");
  const calm = h("button", { type: "button", class: "btn s", onclick: () => calmDown() });
  const element = h("div", { class: "warning" }, h("div", { role: "status" }, text), calm);

  function calmDown() {
    const { rate, descent } = store.get();
    store.set({ rate: calmerRate(descent.last?.rate ?? rate) });
    runner.restart();
  }

  return {
    element,
    show(state) {
      const found = complaint(state);
      element.classList.toggle("empty", found === null);
      calm.hidden = found === null || found === "failed";
      if (!found) return text.replaceChildren();
      calm.textContent = t("descent.calmer", { rate: plainRate(calmerRate(state.descent.last?.rate ?? state.rate)) });
      const sentence = t(`descent.${found}`);
      if (text.textContent !== sentence) text.textContent = sentence;
      return undefined;
    },
  };
}

function upcoming(state) {
  if (state.step < timeline(state.answer).last) return null;
  const { rate } = state;
  return { rate, changes: numbersOf(state, parametersOf(state)).map((one) => changeOf(one, rate)) };
}

/** The rule of the update, and the last step or the coming one with its numbers. */
export function createUpdate(t) {
  const title = h("h3", { class: "eyebrow" });
  const rule = h("p", { class: "rule" });
  const rows = h("ul", { class: "updates" });
  typeset(rule, RULE);

  return {
    element: h("div", { class: "update" }, title, rule, rows),
    show(state) {
      const last = state.descent?.last;
      if (!last && !isSettled(state)) return; // the numbers are on their way
      const step = last ?? upcoming(state);
      title.textContent = last ? t("descent.last", { count: state.descent.points.length - 1 }) : t("descent.next");
      rows.replaceChildren(...(step ? updateRows(step, state.digits, t) : []));
    },
  };
}
