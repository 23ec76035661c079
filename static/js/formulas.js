/** The local gradient of a gate as LaTeX: what is differentiated, the rule, the rule with numbers, the result. Pure. */

import { isFormula } from "./explain.js";
import { nameLatex } from "./names.js";
import { typeset } from "./scene/gates.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SPARE = [..."uvpqrs"];
const ONLY = "q"; // as lectures call the vector in ‖q‖²
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number as the page prints it, in LaTeX. */
export function numberLatex(text) {
  return text
    .replace(/\u2212/g, "-")
    .replace(/\u2009/g, "\\,")
    .replace("∞", "\\infty")
    .replace("NaN", "\\mathrm{NaN}")
    .replace(/^(-?[\d.]+)e(-?\d+)$/, "$1\\mathrm{e}{$2}");
}

/** The letter that the engine's rules use for an operand: x for the only one, else a, b, c … by slot. */
function letterOf(rows, row) {
  return rows.length === 1 ? "x" : LETTERS[row.slot];
}

/** What an operand is called: by its name, else by its letter, or by a spare one where the program has that name. */
export function operandName(rows, row) {
  const names = new Set([...rows.map(({ name }) => name), ...(row.taken ?? [])]);
  if (row.name || !names.has(letterOf(rows, row))) return row.name ?? letterOf(rows, row);
  const spare = (rows.length === 1 ? [ONLY, ...SPARE] : SPARE).filter((letter) => !names.has(letter));
  return spare[row.slot % spare.length] ?? letterOf(rows, row);
}

const operandLatex = (rows, row) => nameLatex(operandName(rows, row));

const SINGLE = /(?<![\\a-zA-Z])[a-zA-Z](?![a-zA-Z])/g;

/** The letters that stand alone in a formula. */
export const lettersOf = (latex) => latex.match(SINGLE) ?? [];

/** A formula with names in the place of letters. */
export const renamed = (latex, names) => latex.replace(SINGLE, (letter) => names.get(letter) ?? letter);

/** A rule with the operands' own names in the place of its letters; an operand without a name has a stand-in. */
export function namedRule(rule, rows) {
  return renamed(rule, new Map(rows.map((row) => [letterOf(rows, row), operandLatex(rows, row)])));
}

function superscripted(label) {
  const digits = (text) => [...text].map((sign) => (sign === "⁻" ? "-" : SUPERSCRIPTS.indexOf(sign))).join("");
  return label.replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (text) => `^{${digits(text)}}`);
}

const BINARY = {
  "∗": ([a, b]) => `${a}\\, ${b}`,
  "+": ([a, b]) => `(${a} + ${b})`,
  "−": ([a, b]) => `(${a} - ${b})`,
  "^": ([a, b]) => `${a}^{${b}}`,
  "/": ([a, b]) => `\\frac{${a}}{${b}}`,
};

/** `+1`, `∗−1`, `/2`: an operator and its constant. */
function withConstant(label, x) {
  const [, operator, constant] = /^([∗+−/])(.+)$/.exec(label);
  const number = numberLatex(constant);
  if (operator === "∗") return number === "-1" ? `(-${x})` : `${number}\\, ${x}`;
  if (operator === "/") return `\\frac{${x}}{${number}}`;
  return `(${x} ${operator === "+" ? "+" : "-"} ${number})`;
}

const FUNCTIONS = { exp: (x) => `e^{${x}}`, sigmoid: (x) => `\\sigma(${x})`, sqrt: (x) => `\\sqrt{${x}}`, abs: (x) => `|${x}|` };
const KNOWN = new Set(["exp", "log", "sin", "cos", "tan", "tanh", "sinh", "cosh", "max", "min"]);

function command(name) {
  return KNOWN.has(name) ? `\\${name}` : `\\operatorname{${name.replace(/_/g, "\\_")}}`;
}

function called(label, gate, operands) {
  const template = /^(\w+)\((.*·.*)\)$/.exec(label);
  if (!template) return `${command(gate === "maximum" ? "max" : gate === "minimum" ? "min" : gate)}(${operands.join(", ")})`;
  let next = 0;
  const inside = numberLatex(template[2]).replace(/·/g, () => operands[next++] ?? operands[0]);
  return `${command(template[1])}(${inside.replace(/,/g, ", ")})`;
}

function inPlace(label, x) {
  const fraction = /^([^x]+)\/x$/.exec(label);
  if (fraction) return `\\frac{${numberLatex(fraction[1])}}{${x}}`;
  const power = /^([\d.eπ]+)\^x$/.exec(label);
  if (power) return `${power[1]}^{${x}}`;
  return superscripted(numberLatex(label)).replace(/\^(-?[\d.]+)$/, "^{$1}").replace("x", () => x);
}

/** What a gate computes, from its label as drawn and its operands in LaTeX. */
export function forwardLatex(label, gate, operands) {
  const drawn = typeset(label);
  if (operands.length === 2 && BINARY[drawn]) return BINARY[drawn](operands);
  if (operands.length === 1 && FUNCTIONS[gate]) return FUNCTIONS[gate](operands[0]);
  if (operands.length === 1 && /^[∗+−/]./.test(drawn)) return withConstant(drawn, operands[0]);
  const place = /(?<![a-z])x(?![a-z])/.test(drawn) && operands.length === 1;
  return place ? inPlace(drawn, operands[0]) : called(drawn, gate, operands);
}

/** LaTeX in which the operands' values stand out as values: KaTeX gets a colour word, the style sheet the colour. */
export function markValues(latex) {
  return latex.replace(/(?<![\w}\]).]\s*)-\d+\.\d+|\d+\.\d+/g, (number) => `\\textcolor{green}{${number}}`);
}

const isNumber = (latex) => /^-?[\d.]+$/.test(latex.replace(/[{}\s]/g, ""));

function derivative(rows, row, label, gate) {
  const d = rows.length === 1 ? "d" : "\\partial";
  const by = operandLatex(rows, row);
  const operands = rows.map((other) => operandLatex(rows, other));
  return `\\frac{${d}}{${d} ${by}}\\, ${forwardLatex(label, gate, operands)}`;
}

/** `d/dx 1/x = −1/x² = −1/1.37² = −0.53` for one scalar wire; `rows` are all of its gate's. */
export function localFormula(rows, row, label, gate) {
  const rule = namedRule(row.edge.rule, rows);
  const steps = [derivative(rows, row, label, gate), rule];
  const numbers = row.edge.substituted;
  if (isFormula(numbers) && numbers !== row.edge.rule) steps.push(markValues(numbers));
  if (!isNumber(rule)) steps.push(numberLatex(row.chain.local));
  return steps.join(" = ");
}

/** An operand that was broadcast gets the sum over the entries that it was used for. */
function summed({ source, target }, latex) {
  return String(source.shape) === String(target.shape) ? latex : `\\textstyle\\sum ${latex}`;
}

/** The vector–Jacobian product on a wire of arrays, with a word for the upstream gradient: `upstream · xᵀ`. */
export function wordedRule(rows, row, upstream) {
  const rule = namedRule(row.edge.rule, rows);
  const word = `\\text{${upstream}}`;
  if (!rule.includes("\\delta")) return summed(row, rule === "1" ? word : `${word} \\odot ${rule}`);
  return rule.replace(/\\delta\\,\s*/g, () => `${word} \\cdot `).replace(/\\,\s*\\delta/g, () => ` \\cdot ${word}`).replace(/\\delta/g, () => word);
}

/** `∂f/∂W = upstream · xᵀ`. */
export function arrayFormula(rows, row, upstream) {
  return `\\frac{\\partial f}{\\partial ${operandLatex(rows, row)}} = ${wordedRule(rows, row, upstream)}`;
}
