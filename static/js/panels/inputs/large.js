// An array too large for a grid: what it is, how it is drawn at random, and a place to paste numbers.

import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { isSummary, shapeText } from "../../numbers.js";
import { isRandom, parseShape, parseValue, shapeOf } from "../../values.js";

function labelled(text, control) {
  return h("label", {}, h("span", { text }), control);
}

function invalid(field, isInvalid) {
  field.setAttribute("aria-invalid", String(isInvalid));
}

/** Fields for `{random, shape, seed}`; `give` takes each new one. */
function createRandomFields(name, t, give, current, refuse) {
  const options = ["normal", "uniform"].map((value) => h("option", { value, text: t(`inputs.${value}`) }));
  const kind = h("select", { "aria-label": t("inputs.random_of", { name }) }, ...options);
  const shape = h("input", { type: "text", "aria-label": t("inputs.shape_of", { name }), size: 9, autocomplete: "off" });
  const seed = h("input", { type: "number", min: 0, step: 1, "aria-label": t("inputs.seed_of", { name }) });

  function changed() {
    const sizes = parseShape(shape.value);
    const number = Number(seed.value);
    const bad = [!sizes, !Number.isInteger(number) || number < 0];
    invalid(shape, bad[0]);
    invalid(seed, bad[1]);
    if (bad.includes(true)) refuse(bad[0] ? "not_a_shape" : "not_a_seed", { name });
    else give({ random: kind.value, shape: sizes, seed: number });
  }

  for (const field of [kind, shape, seed]) field.addEventListener("change", changed);
  return {
    element: h("div", { class: "random" }, kind, shape, labelled(t("inputs.seed"), seed)),
    show() {
      const value = current();
      const random = isRandom(value) ? value : { random: "normal", seed: 0 };
      kind.value = random.random;
      seed.value = random.seed ?? 0;
      if (document.activeElement !== shape) shape.value = shapeText(shapeOf(value));
    },
  };
}

function createPaste(name, t, give, refuse) {
  const area = h("textarea", { rows: 3, "aria-label": t("inputs.paste_of", { name }), placeholder: "[[0.1, 0.5], [-0.3, 0.8]]", spellcheck: "false" });
  area.addEventListener("input", () => {
    const value = area.value.trim() ? parseValue(area.value) : null;
    invalid(area, area.value.trim() !== "" && value === null);
    if (value === null) return;
    area.value = "";
    give(value);
  });
  area.addEventListener("change", () => area.value.trim() && refuse("not_an_array", { name }));
  return h("details", { class: "paste" }, h("summary", { class: "lnk", text: t("inputs.paste") }), area);
}

/** Mean and norm of a value or gradient, when the answer sums it up. */
function summaryText(value, write, t) {
  return isSummary(value) ? t("inputs.summary", { mean: write(value.mean), norm: write(value.norm) }) : "";
}

/** A row for a large or random array under `name`. */
export function createLargeRow(name, { t, give, current, refuse }) {
  const shape = h("small");
  const numbers = h("span", { class: "v" });
  const back = h("span", { class: "g" });
  const fields = createRandomFields(name, t, (value) => give(name, value), () => current(name), refuse);
  const element = h("li", { class: "lg" }, nameElement(name), shape,
    h("div", { class: "sums" }, numbers, back), fields.element, createPaste(name, t, (value) => give(name, value), refuse));

  return {
    element,
    show(value, gradient, write, state) {
      shape.textContent = shapeText(shapeOf(value));
      numbers.textContent = summaryText(state.answer?.inputs[name]?.value, write, t);
      back.textContent = { known: summaryText(gradient.gradient, write, t), none: t("inputs.none"), waiting: "·" }[gradient.kind];
      fields.show();
    },
  };
}
