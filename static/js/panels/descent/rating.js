// The learning rate: a slider over powers of ten, and a number that can be typed.

import { h } from "../../dom.js";
import { nextRate, parseRate, placeOf, plainRate, RATES } from "./rate.js";

const ARROWS = { ArrowUp: 1, ArrowDown: -1 };

function createNumber(give, refuse) {
  const field = h("input", { class: "num", type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", id: "descent-rate" });
  let rate = 0;

  function typed() {
    const number = parseRate(field.value);
    field.setAttribute("aria-invalid", String(number === null));
    refuse(false);
    if (number !== null) give(number);
  }

  function left() {
    refuse(parseRate(field.value) === null);
    field.removeAttribute("aria-invalid");
    field.value = plainRate(rate);
  }

  function pressed(event) {
    if (event.key === "Enter") left();
    if (!(event.key in ARROWS)) return;
    event.preventDefault();
    give(nextRate(rate, ARROWS[event.key]));
    field.value = plainRate(rate);
  }

  field.addEventListener("input", typed);
  field.addEventListener("keydown", pressed);
  field.addEventListener("blur", left);
  field.addEventListener("focus", () => field.select());
  return {
    element: field,
    show(now) {
      rate = now;
      if (document.activeElement !== field) field.value = plainRate(now);
    },
  };
}

/** Slider and number for `store.rate`. */
export function createRating(store, t) {
  const give = (rate) => store.set({ rate });
  const label = h("label", { class: "eyebrow", for: "descent-rate" });
  const refusal = h("p", { class: "refusal", role: "status" });
  const number = createNumber(give, (isWrong) => (refusal.textContent = isWrong ? t("descent.not_a_rate") : ""));
  const range = h("input", { type: "range", min: 0, max: RATES.length - 1, step: 1 });
  range.addEventListener("input", () => give(RATES[range.valueAsNumber]));

  return {
    element: h("div", {}, label, h("div", { class: "rating" }, range, number.element), refusal),
    show({ rate }) {
      label.textContent = t("descent.rate");
      range.setAttribute("aria-label", t("descent.rate_slider"));
      range.setAttribute("aria-valuetext", plainRate(rate));
      range.value = placeOf(rate);
      number.show(rate);
    },
  };
}
