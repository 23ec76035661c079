// What stands in the gradient column: nothing before its step, "none" for what is only an index, else the numbers.

import { setText } from "../../dom.js";
import { isFinite } from "../../numbers.js";
import { gradientStep, timeline } from "../../steps.js";

/** `{kind: "waiting"}`, `{kind: "none"}` or `{kind: "known", gradient}` for an input of the state's answer. */
export function gradientOf(state, name) {
  const input = state.answer?.inputs[name];
  if (!input || state.problem) return { kind: "waiting" };
  if (input.node === null || input.gradient === null) return { kind: "none" };
  const line = timeline(state.answer);
  return state.step >= gradientStep(line, input.node) ? { kind: "known", gradient: input.gradient } : { kind: "waiting" };
}

/** Writes the gradient of one number into `element`. */
export function gradientText(element, { kind, gradient }, write, t) {
  const texts = { waiting: () => "·", none: () => t("inputs.none"), known: () => write(gradient) };
  const text = texts[kind]();
  const finite = kind !== "known" || isFinite(gradient);
  element.className = `num g ${kind}${finite ? "" : " nonfinite"}`;
  element.title = kind === "none" ? t("inputs.none_why") : "";
  element.setAttribute("aria-label", t(`inputs.gradient_${kind}`, { text }));
  setText(element, text);
}
