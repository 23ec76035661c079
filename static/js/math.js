// Formulas by KaTeX, loaded when the first one is needed. Nothing in a formula may reach outside it, and none of its
// commands is trusted but the one that marks a part with its place. One that KaTeX cannot read is shown as its text.

let library = null;

const load = () => (library ??= import("katex").then((module) => module.default));

/** Whether KaTeX may do what a formula asks for beyond typesetting. */
export const isTrusted = ({ command }) => command === "\\htmlData";

const OPTIONS = { throwOnError: true, trust: isTrusted, strict: "ignore", maxExpand: 200 };

/** What is copied, or read by tools, is the formula without its marks. */
function nameSource(element, latex) {
  const source = element.querySelector("annotation");
  if (source) source.textContent = latex;
}

/**
 * Writes `latex` into `element`; resolves when it stands there. The latest call for an element wins. `marked` is the same
 * formula whose parts carry `data-` attributes.
 */
export async function typeset(element, latex, { display = false, marked = latex } = {}) {
  element.dataset.latex = latex;
  const katex = await load();
  if (element.dataset.latex !== latex) return;
  try {
    katex.render(marked, element, { displayMode: display, ...OPTIONS });
    nameSource(element, latex);
  } catch {
    element.textContent = latex;
  }
}
