// The program as it was read, typeset, with the shapes of its array inputs.

import { h, setHidden } from "../dom.js";
import { typeset } from "../math.js";
import { nameLatex } from "../names.js";
import { createLooking } from "./formula/looking.js";

const power = (shape) => `\\mathbb{R}^{${shape.join(" \\times ")}}`;

/** `W \in \mathbb{R}^{2 \times 2},\; x \in \mathbb{R}^{2}`, or nothing when every input is a number. */
export function shapesLatex(inputs) {
  const arrays = Object.entries(inputs).filter(([, { shape }]) => shape.length);
  return arrays.map(([name, { shape }]) => `${nameLatex(name)} \\in ${power(shape)}`).join(",\\; ");
}

const isNamed = (latex) => /^\s*(\\begin\{(aligned|array|gathered|split)\}|[^={}<>]*(\{[^{}]*\})?[^={}<>]*=)/.test(latex);

/** The formula, or its marked form, with its name in front: `f = …`, unless it brings names of its own. */
export const formulaLatex = (latex, written = latex) => (isNamed(latex) ? written : `f = ${written}`);

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
export function createFormula(element, store, texts) {
  const formula = h("div");
  const frame = h("div", { class: "formula" }, formula);
  const shapes = h("div", { class: "shapes" });
  element.append(frame, shapes);
  scrollByKeys(element, formula);
  const looking = createLooking(frame, formula, store, texts);
  let shown = [null, null];

  async function set({ latex, marked }) {
    await typeset(formula, formulaLatex(latex), { display: true, marked: formulaLatex(latex, marked ?? latex) });
    looking.renew();
  }

  function show({ reading: { expression }, answer }) {
    const next = [expression.marked ?? expression.latex, answer ? shapesLatex(answer.inputs) : ""];
    if (next[0] !== shown[0]) set(expression);
    if (next[1] !== shown[1]) typeset(shapes, next[1]);
    setHidden(shapes, next[1] === "");
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
