/** How numbers are written: rounded, in full, as matrices, and in equations that stay true when rounded. Pure. */

const MINUS = "\u2212";
const THIN = "\u2009";
const SPECIAL = { NaN, Infinity, "-Infinity": -Infinity };

/** The number behind an entry of an answer, where non-finite numbers are strings. */
export function toNumber(entry) {
  return typeof entry === "string" ? SPECIAL[entry] : entry;
}

/** Whether a value is the summary that stands for a large array. */
export function isSummary(value) {
  return Boolean(value) && value.summary === true;
}

function summaryNumbers({ min, max, mean, norm }) {
  return [min, max, mean, norm];
}

/** Every number of a scalar, nested list or summary, flat. */
export function entries(value) {
  if (value === null || value === undefined) return [];
  if (isSummary(value)) return summaryNumbers(value).map(toNumber);
  return (Array.isArray(value) ? value.flat(Infinity) : [value]).map(toNumber);
}

/** Whether every number in a value is finite; a value that is missing has none that is not. */
export function isFinite(value) {
  return entries(value).every(Number.isFinite);
}

function withMinus(text) {
  return text.replace(/-/g, MINUS);
}

function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

function nonFinite(number) {
  if (Number.isNaN(number)) return "NaN";
  return number > 0 ? "∞" : `${MINUS}∞`;
}

function large(number) {
  if (Math.round(Math.abs(number)) >= 1e6) return number.toExponential(1).replace("e+", "e");
  return (number < 0 ? "-" : "") + grouped(String(Math.round(Math.abs(number))));
}

/**
 * A number as the page prints it with `digits` decimals: `−0.53`, `0.00`, `4e−3`, `12 346`, `1.2e6`, `NaN`, `∞`.
 * Never `−0.00`, and never `0.00` for a number that is not zero.
 */
export function formatNumber(entry, digits = 2) {
  const number = toNumber(entry);
  if (!Number.isFinite(number)) return nonFinite(number);
  if (number === 0) return (0).toFixed(digits);
  const fixed = number.toFixed(digits);
  if (Number(fixed) === 0) return withMinus(number.toExponential(0).replace("e+", "e"));
  return withMinus(Math.abs(Number(fixed)) >= 1e4 ? large(number) : fixed);
}

function groupedFraction(fraction) {
  return fraction.replace(/(\d{3})(?=\d)/g, `$1${THIN}`);
}

/** All digits (at most 17, the shortest that read back as the same number), grouped by three with thin spaces. */
export function formatFull(entry) {
  const number = toNumber(entry);
  if (!Number.isFinite(number)) return nonFinite(number);
  const [, sign, whole, fraction = "", exponent = ""] = /^(-?)(\d+)(?:\.(\d+))?(e.*)?$/.exec(String(number + 0));
  const point = fraction ? "." : "";
  return withMinus(sign + grouped(whole) + point + groupedFraction(fraction) + exponent.replace("+", ""));
}

/** A function that writes numbers in the chosen precision, `"rounded"` or `"full"`. */
export function numberWriter(precision, digits) {
  return precision === "full" ? formatFull : (entry) => formatNumber(entry, digits);
}

/** How many zeros end a text's decimals; `null` for one without a place for decimals: a power of ten, `NaN`, `∞`. */
function trailingZeros(text) {
  const [, fraction] = /^[^.a-z∞]*(?:\.(\d*))?$/i.exec(text) ?? [null, null];
  return fraction === null ? null : /0*$/.exec(fraction ?? "")[0].length;
}

function trimmed(text, zeros) {
  if (!zeros || !text.includes(".")) return text;
  return text.slice(0, -zeros).replace(/\.$/, "");
}

/** Rows of entries as texts with one number of decimals; zeros that end all of them are dropped. */
export function formatMatrix(rows, digits = 2) {
  const texts = rows.map((row) => row.map((entry) => formatNumber(entry, digits)));
  const zeros = texts.flat().map(trailingZeros).filter((count) => count !== null);
  const drop = zeros.length ? Math.min(...zeros) : 0;
  return texts.map((row) => row.map((text) => (trailingZeros(text) === null ? text : trimmed(text, drop))));
}

/** `100×3072`; `""` for a scalar. */
export function shapeText(shape) {
  return shape.join("×");
}

/** A list of at most two dimensions as rows: a vector is a column. `null` for anything else. */
export function matrixRows(value) {
  if (!Array.isArray(value) || !value.length) return null;
  if (!Array.isArray(value[0])) return value.map((entry) => [entry]);
  return value[0].length && !Array.isArray(value[0][0]) ? value : null;
}

/** Whether a shape is small enough to be printed with at most `most` rows and columns. */
export function isPrintable(shape, most) {
  return shape.length > 0 && shape.length < 3 && shape.every((size) => size > 0 && size <= most);
}

const MOST_DIGITS = 12;

function isExact(number, digits) {
  return Number(number.toFixed(digits)) === number;
}

function rounded(number, digits) {
  return isExact(number, digits) ? number : Number(number.toFixed(digits));
}

/** Decimals that each of `numbers` needs with `extra` more than usual: numbers that are exact gain none. */
function decimals(numbers, digits, extra) {
  return numbers.map((number) => (isExact(number, digits) ? digits : digits + extra));
}

function holds(numbers, places, combine, target, digits) {
  const result = combine(numbers.map((number, i) => rounded(number, places[i])));
  return formatNumber(result, digits) === target;
}

const allFinite = ({ operands, result }) => [...operands, result].every(isFinite);

/** The decimals of each operand of an equation with `extra` more than usual; `null` where it would not hold. */
function decimalsThatHold({ operands, result }, combine, digits, extra) {
  const numbers = operands.map(toNumber);
  const places = decimals(numbers, digits, extra);
  return holds(numbers, places, combine, formatNumber(result, digits), digits) ? places : null;
}

/**
 * Decimals for the operands of equations `{operands, result}` that stand together, so that each one's printed operands
 * give its printed result: `0.197 × 2.00 → 0.39`, never `0.20 × 2.00`. `combine` maps a list of numbers to the result.
 * A number that stands in several of them is printed alike in all; equations with numbers that are not finite stay.
 */
export function operandDecimals(equations, combine, digits = 2) {
  const usual = equations.map(({ operands }) => operands.map(() => digits));
  if (!equations.every(allFinite)) return usual;
  for (let extra = 0; digits + extra <= MOST_DIGITS; extra += 1) {
    const places = equations.map((one) => decimalsThatHold(one, combine, digits, extra));
    if (!places.includes(null)) return places;
  }
  return usual;
}

export const product = (numbers) => numbers.reduce((a, b) => a * b, 1);
export const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** `{operands, result}` as texts for each of several equations; see `operandDecimals`. */
export function writeEquations(equations, combine, digits = 2) {
  const places = operandDecimals(equations, combine, digits);
  return equations.map(({ operands, result }, i) => ({
    operands: operands.map((operand, j) => formatNumber(operand, places[i][j])),
    result: formatNumber(result, digits),
  }));
}

/** `{operands, result}` as texts for one equation that holds as printed. */
export function equation(operands, combine, result, digits = 2) {
  return writeEquations([{ operands, result }], combine, digits)[0];
}

/** Text as it should be copied: `*` and `-` as typed, no thin spaces. */
export function plainText(text) {
  return text.replace(/\u2212/g, "-").replace(/\u2217/g, "*").replace(/\u2009/g, "");
}
