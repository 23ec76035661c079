/** The Jacobian of one wire as a picture, with its true size, its structure in words, and what building it would take. */

import { h } from "../../dom.js";
import { operandName } from "../../formulas.js";
import { isJacobian, shownJacobian } from "../../jacobians.js";
import { nameElement } from "../../names.js";
import { formatNumber, numberWriter } from "../../numbers.js";
import { timeline } from "../../steps.js";
import { wireCells } from "./cells.js";
import { MOST, fieldOf, indices, memory, sketchOf } from "./jacobian/field.js";

const WRITTEN = 6; // so many columns, and there is room for numbers in the cells
const NAMED = 8; // so many rows, and there is room for names beside them
const LARGE = 256; // entries from which on it is worth telling what they would take
const PRODUCTS = ["matmul", "dot", "inner", "outer"]; // whose description says already that it is never built

const OUTPUT_NAMES = ["q", "s", "y", "r"];

/** What the gate's output is called: by its name, else by a letter that the program does not use. */
function outputName({ answer }, node) {
  return node.name ?? OUTPUT_NAMES.find((letter) => !timeline(answer).names.has(letter)) ?? "q";
}

const counted = (count) => count.toLocaleString("en-US"); // as the engine writes it in a description
const sizeText = (shape) => shape.map(counted).join(" × ");

/** `W₀₁`: a name with the indices of its entry. */
function entryName(name, place, shape) {
  const index = indices(place, shape);
  const text = index.join(shape.some((size) => size > 10) ? "," : "");
  return h("span", { class: "entry" }, nameElement(name), text ? h("sub", { text }) : null);
}

function setTint(cell, percent) {
  cell.style.setProperty("--tint", `${percent}%`);
}

function cellClass({ value }) {
  const kinds = [value === 0 ? "zero" : null, value < 0 ? "negative" : null, Number.isFinite(value) ? null : "al"];
  return ["jcell", ...kinds].filter(Boolean).join(" ");
}

const spanText = ([first, last]) => (first === last ? String(first) : `${first}–${last}`);

function cellButton(field, i, j, { digits, t }, isWritten) {
  const cell = field.cells[i][j];
  const text = formatNumber(cell.value, digits);
  const [rows, columns] = [spanText(field.rows[i]), spanText(field.columns[j])];
  const isEntry = field.rows[i][0] === field.rows[i][1] && field.columns[j][0] === field.columns[j][1];
  const label = isEntry ? t("jacobian.entry", { row: rows, column: columns, value: text }) : t("jacobian.block", { rows, columns, value: text });
  const shown = isWritten ? (cell.value === 0 ? "0" : text) : "";
  const button = h("button", { type: "button", class: cellClass(cell), "aria-label": label, "data-name": `jacobian-${i}-${j}`, text: shown });
  setTint(button, cell.tint);
  return button;
}

/** The names of outputs at the left and of inputs above, where there is room and each cell is one entry. */
function headings(field, parts) {
  const across = field.columns.map(([j]) => h("span", { class: "jhead" }, entryName(parts.input, j, parts.inputShape)));
  const down = field.rows.map(([i]) => h("span", { class: "jhead side" }, entryName(parts.output, i, parts.outputShape)));
  return { across: [h("span", { class: "jhead" }), ...across], down };
}

function layOut(field, buttons, parts, isNamed) {
  const columns = field.columns.length;
  const rows = field.rows.map((_, i) => buttons.slice(i * columns, (i + 1) * columns));
  if (!isNamed) return rows.flat();
  const { across, down } = headings(field, parts);
  return [...across, ...rows.flatMap((row, i) => [down[i], ...row])];
}

function readingElements(field, i, j, parts, context) {
  const { value } = field.cells[i][j];
  const number = numberWriter(context.precision, context.digits)(value);
  const isEntry = field.rows[i][0] === field.rows[i][1] && field.columns[j][0] === field.columns[j][1];
  if (!isEntry) return [context.t("jacobian.block", { rows: spanText(field.rows[i]), columns: spanText(field.columns[j]), value: number })];
  const [output, input] = [entryName(parts.output, field.rows[i][0], parts.outputShape), entryName(parts.input, field.columns[j][0], parts.inputShape)];
  return [h("span", { class: "partial" }, "∂", output, "/∂", input), " = ", h("b", { text: number })];
}

function picture(context, field, parts) {
  const { t } = context;
  const [m, n] = [field.rows.length, field.columns.length];
  const isWritten = n <= WRITTEN;
  const isNamed = n <= WRITTEN && m <= NAMED;
  const buttons = field.rows.flatMap((_, i) => field.columns.map((__, j) => cellButton(field, i, j, context, isWritten)));
  const label = t("jacobian.picture", { rows: sizeText([parts.shape[0]]), columns: sizeText([parts.shape[1]]) });
  const kind = ["jacobian", isWritten ? "written" : "dense", isNamed ? "named" : ""].join(" ").trim();
  const element = h("div", { class: kind, role: "group", "aria-label": label }, ...layOut(field, buttons, parts, isNamed));
  element.style.setProperty("--c", n);
  const reading = h("p", { class: "entrysum", "aria-live": "polite" }, h("span", { class: "aside", text: t("jacobian.hint") }));
  wireCells(element, buttons, n, (i, j) => reading.replaceChildren(...readingElements(field, i, j, parts, context)));
  return [element, reading];
}

function sketch(cells, { t }) {
  const squares = cells.flat().map((percent) => {
    const square = h("span", { class: percent ? "jcell" : "jcell zero" });
    setTint(square, percent);
    return square;
  });
  const element = h("div", { class: "jacobian dense", role: "img", "aria-label": t("jacobian.scheme") }, ...squares);
  element.style.setProperty("--c", cells[0].length);
  return [element, h("p", { class: "aside", text: t("jacobian.scheme") })];
}

function blockNote({ t }, [m, n]) {
  if (m <= MOST && n <= MOST) return [];
  const each = (count) => counted(Math.ceil(count / Math.min(count, MOST)));
  return [h("p", { class: "aside", text: t("jacobian.blocks", { rows: each(m), columns: each(n) }) })];
}

function sizeNote({ t }, node, [m, n]) {
  if (m * n <= LARGE) return [];
  const sentences = [t("jacobian.full", { size: memory(m * n) })];
  if (!PRODUCTS.includes(node.gate)) sentences.push(t("jacobian.never"));
  return [h("p", { class: "aside", text: sentences.join(" ") })];
}

function drawing(context, jacobian, parts) {
  const field = fieldOf(jacobian);
  if (field) {
    const hatched = field.cells.flat().some(({ value }) => value < 0) ? [h("p", { class: "aside", text: context.t("jacobian.negative") })] : [];
    return [...picture(context, field, parts), ...hatched, ...blockNote(context, jacobian.shape)];
  }
  const cells = sketchOf(jacobian);
  return cells ? sketch(cells, context) : [];
}

/** The column with the Jacobian of a row's wire; `null` where the wire has none. */
export function jacobianColumn(context, node, rows, row) {
  const { edge, source } = row;
  if (!isJacobian(edge.local)) return null;
  const jacobian = shownJacobian(context, edge);
  const [output, input] = [outputName(context, node), operandName(rows, row)];
  const parts = { output, input, outputShape: node.shape, inputShape: source.shape, shape: jacobian.shape };
  const partial = h("span", { class: "partial" }, "∂", nameElement(output), "/∂", nameElement(input));
  const title = h("h3", { class: "eyebrow" }, `${context.t("jacobian.title")} `, partial, " · ", h("span", { class: "nowrap", text: sizeText(jacobian.shape) }));
  const words = edge.local.description ? [h("p", { class: "aside", text: edge.local.description })] : [];
  return h("div", { class: "ijac" }, title, ...drawing(context, jacobian, parts), ...words, ...sizeNote(context, node, jacobian.shape));
}
