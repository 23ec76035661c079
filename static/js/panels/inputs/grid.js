// A small matrix or vector: a grid of numbers that can be changed one by one, and the grid of its gradients.

import { h, setText } from "../../dom.js";
import { nameElement } from "../../names.js";
import { formatMatrix, matrixRows, shapeText } from "../../numbers.js";
import { entryAt, shapeOf, withEntry } from "../../values.js";
import { NumberField } from "./number.js";

/** The index path of each cell, row by row; a vector stands as a column. */
export function paths(shape) {
  const [rows, columns] = shape;
  return [...Array(rows).keys()].map((i) => (columns === undefined ? [[i]] : [...Array(columns).keys()].map((j) => [i, j])));
}

function bracketed(className, columns, cells) {
  const grid = h("div", { class: `mat ${className}` }, ...cells);
  grid.style.setProperty("--c", columns);
  return grid;
}

/** Texts for every entry, in reading order, with one number of decimals for the whole. */
const texts = (value, { digits }) => formatMatrix(matrixRows(value), digits).flat();

function createGradients(count, columns) {
  const cells = Array.from({ length: count }, () => h("span", { text: "·" }));
  const grid = bracketed("g", columns, cells);
  return {
    element: grid,
    show(back, state) {
      const known = back.kind === "known" && matrixRows(back.gradient);
      grid.classList.toggle("waiting", !known);
      const written = known ? texts(back.gradient, state) : cells.map(() => "·");
      cells.forEach((cell, i) => setText(cell, written[i] ?? "·"));
    },
  };
}

/** A row for the array under `name`, at most 8×8. */
export function createGridRow(name, value, { t, give, current, refuse }) {
  const shape = shapeOf(value);
  const cellPaths = paths(shape).flat();
  const columns = shape[1] ?? 1;
  let whole = false;
  const entryName = (path) => `${name}[${path.join(", ")}]`;
  const fields = cellPaths.map((path) => new NumberField({
    label: entryName(path),
    isWhole: () => whole,
    give: (entry) => give(name, withEntry(current(name), path, entry)),
    paste: (pasted) => give(name, pasted),
    refuse: (text, shown) => refuse("not_a_number", { name: entryName(path), text, value: shown }),
  }));
  const values = bracketed("v", columns, fields.map((field) => h("span", {}, field.element)));
  const gradients = createGradients(cellPaths.length, columns);
  const none = h("span", { class: "aside none", text: t("inputs.none"), title: t("inputs.none_why"), hidden: true });
  values.setAttribute("role", "group");
  values.setAttribute("aria-label", t("inputs.matrix", { name, shape: shapeText(shape) }));
  gradients.element.setAttribute("role", "group");
  gradients.element.setAttribute("aria-label", t("inputs.matrix_gradient", { name }));
  const element = h("li", { class: columns > 3 ? "mx wide" : "mx" },
    nameElement(name), h("small", { text: shapeText(shape) }), values, gradients.element, none);

  return {
    element,
    show(now, back, _write, state) {
      whole = back.kind === "none" && now.flat().every(Number.isInteger);
      const written = texts(now, state);
      fields.forEach((field, i) => field.show(written[i], entryAt(now, cellPaths[i])));
      none.hidden = back.kind !== "none";
      gradients.element.hidden = back.kind === "none";
      gradients.show(back, state);
    },
  };
}
