// The inputs as they were given, and their gradients as far as the step shows them.

import { h } from "../dom.js";
import { nameElement } from "../names.js";
import { formatNumber, isFinite, shapeText } from "../numbers.js";
import { gradientOf } from "../panels/inputs/gradient.js";
import { scrollByKeys } from "./scroll.js";

const SHOWN = ["answer", "step"];

/** A number, or the shape of an array, whose numbers the inspector shows. */
function cell(entry, shape, tone, digits) {
  if (shape.length) return h("td", { class: `${tone} shape`, text: shapeText(shape) });
  return h("td", { class: isFinite(entry) ? tone : "al", text: formatNumber(entry, digits) });
}

function gradientCell(state, name, { gradient, shape }, t) {
  const { kind } = gradientOf(state, name);
  if (kind === "known") return cell(gradient, shape, "g", state.digits);
  const text = kind === "none" ? t("inputs.none") : "·";
  return h("td", { class: `num ${kind}`, "aria-label": t(`inputs.gradient_${kind}`), text });
}

function row(state, [name, input], t) {
  const value = cell(input.value, input.shape, "v", state.digits);
  return h("tr", {}, h("th", { scope: "row" }, nameElement(name)), value, gradientCell(state, name, input, t));
}

function head(t) {
  const column = (name, key) => h("th", { scope: "col", class: name, text: t(key) });
  return h("thead", {}, h("tr", {}, column("eyebrow", "inputs.title"), column("v", "value"), column("g", "gradient")));
}

/** Fills `element`; it stays hidden where the program has no inputs. */
export function createFixedInputs(element, store, { t }) {
  const body = h("tbody");
  const box = h("div", { class: "rows", role: "group", "aria-label": t("inputs.title") }, h("table", { class: "given" }, head(t), body));
  element.append(box, h("p", { class: "aside", text: t("document.fixed") }));

  function update(state) {
    const inputs = Object.entries(state.answer.inputs);
    element.hidden = inputs.length === 0;
    body.replaceChildren(...inputs.map((entry) => row(state, entry, t)));
    scrollByKeys(box);
  }

  store.subscribe((now, before) => {
    if (SHOWN.some((key) => now[key] !== before[key])) update(now);
  });
}
