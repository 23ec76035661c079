// One number: its name, a slider, the value, its gradient.

import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { clean, nudged, reach } from "../../values.js";
import { NumberField } from "./number.js";
import { gradientText } from "./gradient.js";

const ARROWS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

const percent = (value, far) => `${(50 + (50 * Math.max(-far, Math.min(far, value))) / far).toFixed(3)}%`;

/** A slider from −far to far with a tick at 0 and its bar from there. */
function createSlider({ label, give, isWhole }) {
  const range = h("input", { type: "range", step: "any", "aria-label": label });
  const element = h("span", { class: "sl" }, range);
  let far = 5;
  let dragging = false;

  function resolution(value) {
    return isWhole() ? Math.round(value) : clean(Math.round(value / (far / 500)) * (far / 500));
  }

  function nudge(event) {
    if (!(event.key in ARROWS)) return;
    event.preventDefault();
    give(nudged(Number(range.value), ARROWS[event.key], event, isWhole()));
  }

  range.addEventListener("input", () => give(resolution(Number(range.value))));
  range.addEventListener("pointerdown", () => (dragging = true));
  for (const type of ["pointerup", "pointercancel", "blur"]) range.addEventListener(type, () => (dragging = false));
  range.addEventListener("keydown", nudge);

  return {
    element,
    show(value, text) {
      if (!dragging && Math.abs(value) > far) far = reach(value);
      if (range.max !== String(far)) Object.assign(range, { min: -far, max: far });
      range.value = value;
      range.setAttribute("aria-valuetext", text);
      element.style.setProperty("--p", percent(value, far));
    },
  };
}

const isSame = (parts, others) => parts.every((part, i) => Object.is(part, others[i]));

/** A row for the number under `name`; it is written anew only where something has changed: of many inputs, one moves. */
export function createScalarRow(name, { t, give, refuse }) {
  let whole = false;
  let shown = [];
  const isWhole = () => whole;
  const describedBy = `gradient-of-${name}`;
  const slider = createSlider({ label: t("inputs.slider", { name }), give: (value) => give(name, value), isWhole });
  const number = new NumberField({
    label: name, describedBy, isWhole,
    give: (value) => give(name, value),
    paste: (value) => give(name, value),
    refuse: (text, value) => refuse("not_a_number", { name, text, value }),
  });
  const gradient = h("output", { class: "num g", id: describedBy });
  const element = h("li", { class: "scalar" }, nameElement(name), slider.element, number.element, gradient);

  return {
    element,
    show(value, back, write, { digits }) {
      const next = [value, back.kind, back.gradient, digits];
      if (isSame(next, shown)) return;
      shown = next;
      whole = back.kind === "none" && Number.isInteger(value);
      number.show(write(value), value);
      slider.show(value, write(value));
      gradientText(gradient, back, write, t);
    },
  };
}
