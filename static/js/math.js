// Formulas by KaTeX, loaded when the first one is needed. Nothing in a formula may reach outside it (trust: false),
// and one that KaTeX cannot read is shown as its source text.

let library = null;

const load = () => (library ??= import("katex").then((module) => module.default));

/** Writes `latex` into `element`; resolves when it stands there. The latest call for an element wins. */
export async function typeset(element, latex, { display = false } = {}) {
  element.dataset.latex = latex;
  const katex = await load();
  if (element.dataset.latex !== latex) return;
  try {
    katex.render(latex, element, { displayMode: display, throwOnError: true, trust: false, strict: "ignore", maxExpand: 200 });
  } catch {
    element.textContent = latex;
  }
}
