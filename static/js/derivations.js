/** The derivation of a composite, written for one gate: its operands by their names, its numbers put in. Pure. */

import { lettersOf, numberLatex, operandName, renamed } from "./formulas.js";
import { nameLatex } from "./names.js";
import { formatNumber, isFinite, toNumber } from "./numbers.js";

const OUTPUT_DECIMALS = 4; // so that what is computed from the output comes out as printed

/** The operands' own names by the letters of a derivation; none where a name is a letter that it needs itself. */
export function namesIn({ operands, steps }, rows) {
  const letters = new Set(steps.flatMap(({ of, latex }) => [...lettersOf(of), ...lettersOf(latex)]));
  const fed = operands.map((letter, i) => [letter, rows.find(({ slot }) => slot === i)]).filter(([, row]) => row);
  const names = new Map(fed.map(([letter, row]) => [letter, operandName(rows, row)]));
  const clash = [...names].some(([letter, name]) => name !== letter && letters.has(name));
  return clash ? new Map() : new Map([...names].map(([letter, name]) => [letter, nameLatex(name)]));
}

const GOES_ON = "{=}\\;"; // no line breaks after it

const coloured = (latex) => `\\textcolor{green}{${latex}}`;

/** A formula with the numbers put in, as LaTeX by place; a negative one in parentheses where a minus cannot stand bare. */
export function withNumbers(template, numbers) {
  return template.replace(/\\(operand|factor)\{(\d)\}/g, (_, kind, place) => {
    const number = numbers[place];
    return kind === "factor" && number.startsWith("-") ? `(${coloured(number)})` : coloured(number);
  });
}

function numbersOf(node, rows, digits) {
  const operands = rows.map(({ edge }) => formatNumber(edge.value, digits));
  return [...operands, formatNumber(node.value, Math.max(digits, OUTPUT_DECIMALS))].map(numberLatex);
}

/** What a step comes to: the gate's value in the line that defines it, else its local gradient. */
const resultOf = (step, node, [{ edge }]) => (step.of.includes("\\frac") ? edge.local : node.value);

/** Every step with what it is a formula of, also where it goes on from the one before. */
const spelledOut = (steps) => steps.map((step, i) => ({ ...step, of: steps.slice(0, i + 1).findLast(({ of }) => of).of, first: Boolean(step.of) }));

/**
 * The lines `{formula, numbers, reason}` of a derivation, in LaTeX; `numbers` is `null` for arrays, where a number is not
 * finite, and as long as the value is not `shown`.
 */
export function derivationLines(derivation, node, rows, { digits, language, shown }) {
  const names = namesIn(derivation, rows);
  const numbered = shown && [node.value, ...rows.map(({ edge }) => edge.value)].every((value) => !Array.isArray(value) && isFinite(value));
  return spelledOut(derivation.steps).map((step) => {
    const formula = `${step.first ? `${step.of} = ` : GOES_ON}${step.latex}`;
    const write = () => `${GOES_ON}${withNumbers(step.numbers, numbersOf(node, rows, digits))} = ${numberLatex(formatNumber(toNumber(resultOf(step, node, rows)), digits))}`;
    return { formula: renamed(formula, names), numbers: numbered && step.numbers ? write() : null, reason: step.reason[language] };
  });
}
