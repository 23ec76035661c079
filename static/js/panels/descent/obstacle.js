// Why no step can be taken, and what to do about it.

import { h } from "../../dom.js";
import { replaceSpan, spanText } from "../../spans.js";
import { candidates, entriesIn, MOST_ENTRIES, parametersOf } from "./parameters.js";

const LONGEST = 40;

/** The program with the sum of its output's entries: `{code, text}`; `null` where the output is not its plain end. Pure. */
export function summed({ answer, source }) {
  const { span } = answer.nodes.find(({ id }) => id === answer.output.node);
  if (!span || source !== answer.expression.source || source.includes("\\")) return null;
  const covered = spanText(source, span);
  if (!source.trimEnd().endsWith(covered) || covered.length > LONGEST || span[1] < [...source.trimEnd()].length) return null;
  return { code: `sum(${covered})`, text: replaceSpan(source, span, `sum(${covered})`) };
}

/** The key of the sentence that says why no step can be taken, or `null`. Pure. */
export function obstacleOf(state) {
  const { answer } = state;
  if (answer.output.shape.length) return "descent.not_scalar";
  if (!candidates(answer).length) return "descent.no_gradient";
  const names = parametersOf(state);
  if (!names.length) return "descent.none_chosen";
  return entriesIn(answer, names) > MOST_ENTRIES ? "descent.too_large" : null;
}

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u2009");

function valuesFor(key, state) {
  if (key !== "descent.too_large") return {};
  return { count: grouped(entriesIn(state.answer, parametersOf(state))), most: grouped(MOST_ENTRIES) };
}

function sumButton(key, state, t, rewrite) {
  const fix = key === "descent.not_scalar" ? summed(state) : null;
  if (!fix) return null;
  const [before, after] = t("problem.use", { code: "\n" }).split("\n");
  return h("button", { type: "button", class: "btn s", onclick: () => rewrite(fix.text) }, before, h("code", { text: fix.code }), after);
}

/** A message that `show(state)` fills or hides; `rewrite(text)` exchanges the program. */
export function createObstacle(t, rewrite) {
  const element = h("div", { class: "obstacle", role: "status" });
  let shown = "";

  return {
    element,
    show(state) {
      const key = obstacleOf(state);
      const fresh = `${key} ${state.language} ${state.source} ${key && JSON.stringify(valuesFor(key, state))}`;
      element.classList.toggle("empty", key === null);
      if (fresh === shown) return;
      shown = fresh;
      element.replaceChildren(...(key ? [h("p", { text: t(key, valuesFor(key, state)) }), sumButton(key, state, t, rewrite) ?? ""] : []));
    },
  };
}
