// Values of inputs: their shapes, reading them from what people paste, and changing them step by step. Pure.

/** Whether a value is drawn at random from its shape and seed. */
export const isRandom = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** `[]` for a number, `[2, 3]` for a matrix or a random one of that shape. */
export function shapeOf(value) {
  if (isRandom(value)) return value.shape;
  const shape = [];
  for (let part = value; Array.isArray(part); part = part[0]) shape.push(part.length);
  return shape;
}

export const sameShape = (one, other) => shapeOf(one).join() === shapeOf(other).join();

/** Whether a value is a grid of numbers that fits into the panel: one or two axes of at most `most`. */
export function isGrid(value, most = 8) {
  const shape = shapeOf(value);
  return !isRandom(value) && [1, 2].includes(shape.length) && shape.every((size) => size > 0 && size <= most);
}

/** A nested list with the entry at `path` exchanged; everything else is shared. */
export function withEntry(value, path, entry) {
  if (!path.length) return entry;
  const copy = [...value];
  copy[path[0]] = withEntry(value[path[0]], path.slice(1), entry);
  return copy;
}

/** The entry of a nested list at `path`. */
export const entryAt = (value, path) => path.reduce((part, index) => part?.[index], value);

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A number as people type it (also with a real minus or thin spaces); `null` when it is none or not finite. */
export function parseNumber(text) {
  const plain = text.replace(/[\s\u2009]/g, "").replace(/\u2212/g, "-");
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : null;
}

function isRectangular(value, shape) {
  if (!shape.length) return typeof value === "number" && Number.isFinite(value);
  return Array.isArray(value) && value.length === shape[0] && value.every((part) => isRectangular(part, shape.slice(1)));
}

const MOST_AXES = 8;

function checked(value) {
  const shape = shapeOf(value);
  return shape.length <= MOST_AXES && shape.every(Boolean) && isRectangular(value, shape) ? value : null;
}

/** NumPy's print-out and `np.array([...])` as JSON: brackets kept, blanks between numbers become commas. */
function asJson(text) {
  const inner = text.slice(text.indexOf("["), text.lastIndexOf("]") + 1);
  return inner
    .replace(/([\d.])\s+(?=[-+.\d])/g, "$1,")
    .replace(/\]\s*\[/g, "],[")
    .replace(/,\s*\]/g, "]")
    .replace(/(^|[[,\s])([-]?)\+?\./g, "$1$20.")
    .replace(/\.(?=[,\]\se])/g, ".0")
    .replace(/\+(?=[\d.])/g, "");
}

function parseBrackets(text) {
  try {
    return checked(JSON.parse(asJson(text)));
  } catch {
    return null;
  }
}

function parseTable(text) {
  const lines = text.split(/[\n;]/).map((line) => line.trim()).filter(Boolean);
  const rows = lines.map((line) => line.split(/[\s,]+/).filter(Boolean).map(parseNumber));
  if (!rows.length || rows.some((row) => row.includes(null))) return null;
  if (rows.length === 1 && rows[0].length === 1) return rows[0][0];
  return checked(rows.length === 1 ? rows[0] : rows.every((row) => row.length === 1) ? rows.flat() : rows);
}

/** A value from JSON, NumPy's notation or print-out, or a table with tabs, commas or blanks; `null` when unreadable. */
export function parseValue(text) {
  const plain = text.trim().replace(/\u2212/g, "-");
  return plain.includes("[") ? parseBrackets(plain) : parseTable(plain);
}

/** A shape such as `10×3072`, `10, 3072` or `(3,)`; `null` when it is none. */
export function parseShape(text) {
  const sizes = text.replace(/[()[\]]/g, "").split(/[×x*,\s]+/i).filter(Boolean);
  const valid = sizes.length > 0 && sizes.length <= MOST_AXES && sizes.every((size) => /^[1-9]\d{0,6}$/.test(size));
  return valid ? sizes.map(Number) : null;
}

/** A number without the noise that binary fractions leave behind. */
export const clean = (number) => Number(number.toFixed(10));

const factor = ({ shiftKey, altKey }) => (shiftKey ? 10 : 1) / (altKey ? 10 : 1);

/** The value after dragging `pixels` sideways from `start`: 0.01 a pixel, Shift ten times, Alt a tenth. */
export const scrubbed = (start, pixels, keys) => clean(start + Math.round(pixels) * 0.01 * factor(keys));

/** The value one arrow key further: 0.1, Shift ten times, Alt a tenth; whole numbers go by 1. */
export const nudged = (value, direction, keys, whole = false) =>
  clean(value + direction * (whole ? 1 : 0.1 * factor(keys)));

/** How far a slider reaches to both sides: 5, or twice the value. */
export const reach = (value) => Math.max(5, 2 * Math.abs(value));
