// The catalogue of gates: the server wrote it, the rules are typeset here.

import { typeset } from "../math.js";
import { createPage } from "./page.js";

function typesetRules() {
  for (const element of document.querySelectorAll("[data-rule]")) typeset(element, element.dataset.rule);
}

export const createCatalogue = (context) => createPage(context, typesetRules);
