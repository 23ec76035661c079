/** How a composite gate's closed form follows from its definition, line by line. */

import { derivationLines } from "../../derivations.js";
import { h } from "../../dom.js";
import { seen } from "../../explain.js";
import { formulaElement } from "./scroll.js";

function lineElement({ formula, numbers, reason }) {
  const written = numbers === null ? [] : [h("div", { class: "numbers" }, formulaElement(numbers))];
  return h("li", { class: numbers === null ? "line" : "line numbered" }, formulaElement(formula), ...written, h("p", { class: "aside", text: reason }));
}

/** The list of a derivation's lines under its heading. */
export function derivationElements(context, node, rows, derivation) {
  const { answer, step, digits, language, t } = context;
  const shown = seen(answer, node.id, step).value;
  const lines = derivationLines(derivation, node, rows, { digits, language, shown });
  return [h("h3", { class: "eyebrow", text: t("inspector.derivation") }), h("ol", { class: "lines" }, ...lines.map(lineElement))];
}
