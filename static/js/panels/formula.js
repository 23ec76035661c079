// The program as it was read, typeset, with the shapes of its array inputs.

import { h } from "../dom.js";
import { typeset } from "../math.js";
import { nameLatex } from "../names.js";

const power = (shape) => `\\mathbb{R}^{${shape.join(" \\times ")}}`;

/** `W \in \mathbb{R}^{2 \times 2},\; x \in \mathbb{R}^{2}`, or nothing when every input is a number. */
export function shapesLatex(inputs) {
  const arrays = Object.entries(inputs).filter(([, { shape }]) => shape.length);
  return arrays.map(([name, { shape }]) => `${nameLatex(name)} \\in ${power(shape)}`).join(",\\; ");
}

const isNamed = (latex) => /^\s*(\\begin\{(aligned|array|gathered|split)\}|[^={}<>]*(\{[^{}]*\})?[^={}<>]*=)/.test(latex);

/** The formula with its name in front: `f = …`, unless it brings names of its own. */
export const formulaLatex = (latex) => (isNamed(latex) ? latex : `f = ${latex}`);

const current = (state) => state.reading && state.reading.source === state.source && !state.problem;

/** A formula larger than its place can be scrolled with the keyboard, too, and fades where more of it follows. */
function scrollByKeys(element, content) {
  function update() {
    const [wide, high] = [element.scrollWidth > element.clientWidth, element.scrollHeight > element.clientHeight];
    if (wide || high) element.setAttribute("tabindex", "0");
    else element.removeAttribute("tabindex");
    element.classList.toggle("more", element.scrollHeight - element.scrollTop - element.clientHeight > 4);
  }
  new ResizeObserver(update).observe(content);
  element.addEventListener("scroll", update, { passive: true });
}

/** Renders into `element`; dims while the program cannot be read. */
export function createFormula(element, store) {
  const formula = h("div", { class: "formula" });
  const shapes = h("div", { class: "shapes" });
  element.append(formula, shapes);
  scrollByKeys(element, formula);
  let shown = [null, null];

  function show({ reading, answer }) {
    const next = [formulaLatex(reading.expression.latex), answer ? shapesLatex(answer.inputs) : ""];
    if (next[0] !== shown[0]) typeset(formula, next[0], { display: true });
    if (next[1] !== shown[1]) typeset(shapes, next[1]);
    shapes.hidden = next[1] === "";
    shown = next;
  }

  function update(state) {
    element.parentElement.classList.toggle("stale", Boolean(state.problem));
    if (current(state)) show(state);
  }

  store.subscribe((now, before) => {
    if (now.reading !== before.reading || now.answer !== before.answer || now.problem !== before.problem) update(now);
  });
}
