// Builds what a circuit in one HTML file holds: its script and its style, each in one piece, as nothing can be loaded there.

import path from "node:path";
import { build } from "esbuild";

const SHEETS = ["tokens", "base", "panels", "circuit", "inspector", "forced", "print", "document/document"];
const FONTS = /KaTeX_(?:Main-(?:Regular|Italic)|Math-Italic|Size\d-Regular)/; // those that a circuit's formulas use

const withFewFonts = (katex) => katex.replace(/@font-face\{[^}]*\}/g, (rule) => (FONTS.test(rule) ? rule : ""));

function bundleScript({ common, at, folder, target }) {
  const entry = { entryPoints: [at("static", "js", "document.js")], format: "iife", target };
  return build({ ...common, ...entry, outfile: path.join(folder, "document.js") });
}

function bundleStyle({ common, at, folder, katex }) {
  const imports = SHEETS.map((name) => `@import "${at("static", "css", `${name}.css`)}";`);
  const contents = [...imports, withFewFonts(katex)].join("\n");
  return build({
    ...common,
    loader: { ".woff2": "dataurl" },
    outfile: path.join(folder, "document.css"),
    stdin: { contents, loader: "css", resolveDir: at("node_modules", "katex", "dist") },
  });
}

/** `katex` is KaTeX's style sheet, `at(…)` a path of this project, `folder` where both files go. */
export const bundleDocument = (given) => Promise.all([bundleScript(given), bundleStyle(given)]);
