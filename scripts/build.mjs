// Builds the front end: static/js and static/css become static/dist, which the server hands out.
//
//   main.js, main.css …   the bundles, minified; parts that are loaded later, KaTeX among them, lie in chunks/
//   embed.js              the web component for pages of other sites
//   katex/                KaTeX's style sheet and fonts
//   document.js, .css     what a circuit in one HTML file holds, each in one piece
//   first/                for each page's script the chunks that it begins with, so that the page asks for them beside it
//   manifest.json         file name → version (a hash of its content), for the "?v=" of its address
//   LICENSES.txt          the licences of everything bundled

import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleDocument } from "./build_document.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const PAGES = ["main", "embed-page"]; // of static/js; the second one is for frames on pages of other sites
const EARLY = "early"; // runs before the page is painted
const PROBLEM = "embed-problem"; // in a frame whose program cannot be shown
const COMPONENT = "embed"; // one file, as pages of other sites ask for it under an address of its own
const TARGET = "es2022";
const draft = at("build", "front-end"); // becomes static/dist only when all of it is there
const finished = at("static", "dist");

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  external: ["/static/*"], // addresses, not modules
  legalComments: "none", // the licences stand in LICENSES.txt
  loader: { ".svg": "dataurl", ".woff2": "file" },
  logLevel: "warning",
  metafile: true,
  minify: true,
};

function bundleScripts() {
  const entries = [EARLY, PROBLEM, ...PAGES].map((name) => at("static", "js", `${name}.js`));
  return build({
    ...common,
    chunkNames: "chunks/[name]-[hash]",
    entryPoints: entries,
    format: "esm",
    outdir: draft,
    splitting: true,
    target: TARGET,
  });
}

function bundleComponent() {
  return build({ ...common, entryPoints: [at("static", "js", `${COMPONENT}.js`)], format: "esm", outdir: draft, target: TARGET });
}

/** The style sheets in the order of the cascade: tokens and base first, then the rest by name. */
async function styleSheets() {
  const rank = (name) => ["panels.css", "circuit.css", "base.css", "tokens.css"].indexOf(name);
  const names = (await readdir(at("static", "css"))).filter((name) => name.endsWith(".css"));
  return names.sort((one, other) => rank(other) - rank(one) || one.localeCompare(other));
}

function bundleStyle(name, sheets) {
  const contents = sheets.map((sheet) => `@import "./${sheet}";`).join("\n");
  return build({ ...common, outfile: path.join(draft, name), stdin: { contents, loader: "css", resolveDir: at("static", "css") } });
}

const FRAME_SHEETS = ["tokens.css", "base.css", "circuit.css", "forced.css", "embed/stage.css", "embed/page.css"];

async function bundleStyles() {
  return Promise.all([
    bundleStyle("main.css", await styleSheets()),
    bundleStyle("embed-page.css", FRAME_SHEETS),
    bundleStyle("embed-panels.css", ["panels.css", "inspector.css", "embed/panels.css"]),
  ]);
}

/** KaTeX's style sheet, in the one font format that every browser of today reads. */
async function katexStyle() {
  const style = await readFile(at("node_modules", "katex", "dist", "katex.min.css"), "utf8");
  return style.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g, "");
}

async function copyKatexStyle(katex) {
  const source = at("node_modules", "katex", "dist");
  await writeFile(path.join(draft, "katex", "katex.min.css"), katex);
  await cp(path.join(source, "fonts"), path.join(draft, "katex", "fonts"), {
    recursive: true,
    filter: (name) => !/\.(?:ttf|woff)$/.test(name),
  });
}

/** The names of the packages of which anything was bundled. */
function packagesIn(results) {
  const files = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

async function licenceOf(name) {
  const folder = at("node_modules", name);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`The package ${name} has no licence file.`);
  return `${name}\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`;
}

async function writeLicences(results) {
  const licences = await Promise.all(packagesIn(results).map(licenceOf));
  await writeFile(path.join(draft, "LICENSES.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
}

/** What an output imports before it runs, and so on, as paths in the folder of the outputs. */
function importsOf(outputs, name, found = new Set()) {
  for (const { kind, path: imported } of outputs[name].imports) {
    if (kind !== "import-statement" || found.has(imported) || !outputs[imported]) continue;
    found.add(imported);
    importsOf(outputs, imported, found);
  }
  return found;
}

async function writeFirst([{ metafile }]) {
  const folder = path.relative(root, draft);
  await mkdir(path.join(draft, "first"));
  for (const name of PAGES) {
    const imports = [...importsOf(metafile.outputs, path.join(folder, `${name}.js`))];
    const chunks = imports.map((chunk) => path.relative(folder, chunk)).sort();
    await writeFile(path.join(draft, "first", `${name}.json`), `${JSON.stringify(chunks, null, 2)}\n`);
  }
}

async function writeManifest() {
  const names = (await readdir(draft, { recursive: true })).filter((name) => /\.(?:m?js|css)$/.test(name)).sort();
  const versions = names.map(async (name) => {
    const hash = createHash("sha256").update(await readFile(path.join(draft, name)));
    return [name.split(path.sep).join("/"), hash.digest("hex").slice(0, 12)];
  });
  const manifest = Object.fromEntries(await Promise.all(versions));
  await writeFile(path.join(draft, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function buildAll() {
  await rm(draft, { recursive: true, force: true });
  await mkdir(path.join(draft, "katex"), { recursive: true });
  const katex = await katexStyle();
  const document = bundleDocument({ common, at, folder: draft, target: TARGET, katex });
  const results = (await Promise.all([bundleScripts(), bundleComponent(), bundleStyles(), document])).flat();
  await copyKatexStyle(katex);
  await writeLicences(results);
  await writeFirst(results);
  await writeManifest();
  await rm(finished, { recursive: true, force: true });
  await rename(draft, finished);
}

try {
  await buildAll();
} catch (problem) {
  if (!problem.errors) console.error(problem.message); // esbuild has shown its own errors, with their places
  process.exitCode = 1;
}
