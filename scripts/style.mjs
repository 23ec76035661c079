// Holds the front end to its style figures: files of at most 300 lines, functions of at most 10 in the median.
// Called by `make check`; scripts/style.py does the same for Python. Single functions are limited by eslint.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "espree";

const LONGEST_FILE = 300;
const LONGEST_MEDIAN = 10;
const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

async function filesIn(folder) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /\.(?:m?js|css)$/.test(name)).map((name) => path.join(folder, name));
}

/** The lengths of the functions that have a name: short callbacks would flatter the median. */
function functionLengths(node, isNamed = false) {
  if (!node || typeof node !== "object") return [];
  if (Array.isArray(node)) return node.flatMap((child) => functionLengths(child));
  const named = isNamed || node.type === "FunctionDeclaration";
  const own = FUNCTIONS.includes(node.type) && named ? [node.loc.end.line - node.loc.start.line + 1] : [];
  const names = ["VariableDeclarator", "MethodDefinition", "Property"].includes(node.type);
  const children = Object.entries(node).filter(([key]) => key !== "loc");
  return own.concat(
    children.flatMap(([key, child]) => functionLengths(child, names && (key === "init" || key === "value"))),
  );
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function measure(file) {
  const text = await readFile(file, "utf8");
  const options = { ecmaVersion: "latest", sourceType: "module", loc: true };
  const functions = file.endsWith(".css") ? [] : functionLengths(parse(text, options));
  return { file, lines: text.trimEnd().split("\n").length, functions };
}

const folders = ["static/js", "static/css", "scripts"];
const files = await Promise.all((await Promise.all(folders.map(filesIn))).flat().map(measure));
const lengths = files.flatMap((file) => file.functions);
const longest = Math.max(...files.map((file) => file.lines));
const tooLong = files.filter((file) => file.lines > LONGEST_FILE);
console.log(
  `JavaScript and CSS: ${files.length} files, longest ${longest} lines; ` +
    `${lengths.length} functions, median ${median(lengths)} lines, longest ${Math.max(...lengths)}`,
);
for (const { file, lines } of tooLong) console.log(`${file} has ${lines} lines`);
if (median(lengths) > LONGEST_MEDIAN) console.log(`the median function is longer than ${LONGEST_MEDIAN} lines`);
if (tooLong.length || median(lengths) > LONGEST_MEDIAN) process.exitCode = 1;
