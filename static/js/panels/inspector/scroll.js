/** What is wider than its place scrolls, and can then be reached by keyboard. */

import { h } from "../../dom.js";
import { typeset } from "../../math.js";

/** Makes an element a tab stop if it has more to show than fits. */
export function reachable(element) {
  if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
}

/** A formula at full size, which breaks after its equals signs where it is too long for a line. */
export function formulaElement(latex) {
  const element = h("div", { class: "eq" });
  typeset(element, `\\displaystyle ${latex}`).then(() => reachable(element));
  return element;
}
