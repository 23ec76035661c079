/** The numbers on the wires: texts for scalars, bracketed matrices for small arrays, shapes for larger ones. Pure. */

import { brackets } from "../geometry.js";
import { formatMatrix, formatNumber, isFinite, isPrintable, matrixRows, shapeText } from "../numbers.js";
import { edgeGradientStep, gradientStep, valueStep } from "../steps.js";

const ABOVE = 7; // from the wire up to the baseline of a value
const BELOW = 17; // from the wire down to the baseline of a gradient
const ROW = 17;
const LEAST_COLUMN = 46;
const DIGIT = 7.4;
const LARGEST = 3; // rows and columns of a matrix that is still printed

const columnWidth = (texts) => Math.max(LEAST_COLUMN, Math.max(...texts.flat().map((text) => text.length)) * DIGIT + 15);

function cells(texts, centre, top, column) {
  const left = centre - (texts[0].length * column) / 2;
  const indent = (Math.max(...texts.flat().map((text) => text.length)) * DIGIT) / 2;
  return texts.flatMap((row, i) =>
    row.map((text, j) => ({ text, x: left + (j + 0.5) * column + indent, y: top + 13 + i * ROW })),
  );
}

function matrixItem(item, rows, digits) {
  const texts = formatMatrix(rows, digits);
  const [column, height] = [columnWidth(texts), texts.length * ROW];
  const width = texts[0].length * column;
  const top = item.role === "value" ? item.wire - 10 - height : item.wire + 9;
  const left = item.x - width / 2;
  return { ...item, matrix: true, width, bracket: brackets(left, top, width, height), cells: cells(texts, item.x, top, column) };
}

function textItem(item, text, tone) {
  return { ...item, text, tone, y: item.wire + (item.role === "value" ? -ABOVE : BELOW) };
}

function placeItem(item) {
  return { ...item, place: true, y: item.wire + (item.role === "value" ? -12 : 12) };
}

/** The drawable for one number: `item` holds id, x, wire (its height), role and step; `entry` the number or array. */
function labelItem(c, item, shape, entry) {
  if (c.step < item.step) return placeItem(item);
  if (entry === null) return textItem(item, null, "none");
  const tone = isFinite(entry) ? item.role : "alert";
  if (shape.length === 0) return textItem(item, formatNumber(entry, c.digits), tone);
  const rows = isPrintable(shape, LARGEST) ? matrixRows(entry) : null;
  return rows ? matrixItem({ ...item, tone }, rows, c.digits) : textItem(item, shapeText(shape), tone);
}

function valueLabel(c, place, node) {
  const item = { id: `${node.id}-value`, role: "value", x: place.numbers.x, wire: place.y, step: valueStep(c.line, node.id) };
  return labelItem(c, item, node.shape, node.value);
}

function gradientLabel(c, place, node) {
  const step = gradientStep(c.line, node.id);
  const item = { id: `${node.id}-gradient`, role: "gradient", x: place.numbers.x, wire: place.y, step };
  return labelItem(c, item, node.shape, node.gradient);
}

function edgeLabel(c, { id, numbers }) {
  const edge = c.line.edges.get(id);
  const step = edgeGradientStep(c.line, edge);
  const item = { id: `${id}-gradient`, role: "gradient", x: numbers.x, wire: numbers.y, step };
  return labelItem(c, item, c.line.nodes.get(edge.source).shape, edge.gradient);
}

function shapeNote(place, node, labels) {
  const widest = Math.max(0, ...labels.filter((label) => label.matrix).map((label) => label.width));
  const right = place.numbers.x + Math.max(widest, place.numbers.width) / 2;
  const item = { id: `${node.id}-shape`, role: "shape", text: shapeText(node.shape), tone: "shape", fresh: false };
  return widest ? [{ ...item, x: right + 10, y: place.y - 8 }] : [];
}

function nodeLabels(c, place) {
  const node = c.line.nodes.get(place.id);
  const labels = [valueLabel(c, place, node), gradientLabel(c, place, node)];
  return [...labels, ...shapeNote(place, node, labels)];
}

/** The height at which the number above a node's wire begins. */
export function numbersTop(c, place) {
  const { shape } = c.line.nodes.get(place.id);
  const printed = isPrintable(shape, LARGEST);
  return printed ? place.y - 10 - shape[0] * ROW : place.y - ABOVE - 10;
}

/** `{numbers, matrices}`: numbers, shapes and the dots that hold a place; matrices with brackets and cells. */
export function numberItems(c) {
  const nodes = c.layout.nodes.flatMap((place) => nodeLabels(c, place));
  const edges = c.layout.edges.filter((edge) => edge.numbers).map((edge) => edgeLabel(c, edge));
  const labels = [...nodes, ...edges].map((label) => ({ ...label, fresh: c.now.phase !== "rest" && label.step === c.step }));
  return { numbers: labels.filter((label) => !label.matrix), matrices: labels.filter((label) => label.matrix) };
}
