// The inputs that the program has, found by itself: a row for each number, a grid for each small matrix.

import { h } from "../dom.js";
import { nameWidth } from "../names.js";
import { formatNumber } from "../numbers.js";
import { addTexts } from "../texts.js";
import { isGrid, shapeOf } from "../values.js";
import en from "../../texts/inputs.en.json" with { type: "json" };
import ko from "../../texts/inputs.ko.json" with { type: "json" };
import { gradientOf } from "./inputs/gradient.js";
import { createGridRow } from "./inputs/grid.js";
import { createLargeRow } from "./inputs/large.js";
import { createScalarRow } from "./inputs/scalar.js";
import { createSight, MANY } from "./inputs/sight.js";

/** How a value is edited: one number, a grid of them, or by shape and seed. */
export function kindOf(value) {
  if (typeof value === "number") return "scalar";
  return isGrid(value) ? "grid" : "large";
}

const CREATE = {
  scalar: (name, value, tools) => createScalarRow(name, tools),
  grid: (name, value, tools) => createGridRow(name, value, tools),
  large: (name, value, tools) => createLargeRow(name, tools),
};

/** What decides whether a row can stay as it is while its numbers change. */
const signature = (name, value, language) => `${name} ${kindOf(value)} ${isGrid(value) ? shapeOf(value) : ""} ${language}`;

const headings = (t) => [h("span", { class: "v", text: t("value") }), h("span", { class: "g", text: t("gradient") })];

function hintKey(inputs) {
  const kinds = Object.values(inputs).map(kindOf);
  if (!kinds.length) return "inputs.hint_nothing";
  if (kinds.includes("scalar")) return "inputs.hint_scalar";
  return kinds.includes("grid") ? "inputs.hint_matrix" : "inputs.hint_large";
}

/** The panel's name, the headings of its columns, its hint; while only numbers change they stay, to restyle nothing. */
function createLabels(t) {
  const [title, hint] = [h("h2", { class: "sr", id: "inputs-title" }), h("p", { class: "aside" })];
  const columns = h("div", { class: "cols", "aria-hidden": "true" });
  let labelled = "";

  function relabel({ inputs, language, reading }) {
    const hasScalars = Object.values(inputs).some((value) => kindOf(value) === "scalar");
    const labels = `${language} ${hasScalars} ${reading ? hintKey(inputs) : ""}`;
    if (labels === labelled) return;
    labelled = labels;
    columns.replaceChildren(...headings(t));
    columns.hidden = !hasScalars;
    title.textContent = t("inputs.title");
    hint.textContent = reading ? t(hintKey(inputs)) : "";
  }

  return { title, columns, hint, relabel };
}

const [NAME, SLACK] = [19, 6]; // pixels: the size of a name, and what its letters may be wider than usual

/** Tells the style sheet which kind of rows a list has, and how wide their names are. */
function arrangeColumns(list, inputs) {
  const names = Object.keys(inputs).filter((name) => kindOf(inputs[name]) === "scalar");
  list.classList.toggle("scalars", names.length > 0);
  list.classList.toggle("many", names.length > MANY); // only those in view are worked out, see panels.css
  list.style.setProperty("--names", `${Math.max(0, ...names.map((name) => nameWidth(name, NAME))) + SLACK}px`);
}

/**
 * Gives the fields of a row a form of their own. A browser that offers to fill in forms looks at all fields of a form
 * whenever a script has changed one: without it that would be each number of each input while a single one is dragged.
 */
function setApart(element, name) {
  const form = h("form", { id: `form-of-${name}`, hidden: true, onsubmit: (event) => event.preventDefault() });
  for (const field of element.querySelectorAll("input, select, textarea")) field.setAttribute("form", form.id);
  element.append(form);
}

const shortened = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A line that says what was typed in vain, until something else is typed. */
function createRefusal(store, t) {
  const element = h("p", { class: "refusal", role: "status" });
  store.subscribe((now, before) => {
    if (["inputs", "language", "source"].some((key) => now[key] !== before[key])) element.textContent = "";
  });
  return {
    element,
    refuse(reason, values) {
      element.textContent = t(`inputs.${reason}`, { ...values, text: shortened(values.text ?? "") });
    },
  };
}

/** Renders into `element`; `give(name, value)` takes each change. */
export function createInputs(element, store, { t }, give) {
  addTexts({ en, ko });
  const list = h("ul", { class: "ins" });
  const { title, columns, hint, relabel } = createLabels(t);
  const refusal = createRefusal(store, t);
  const tools = { t, give, refuse: refusal.refuse, current: (name) => store.get().inputs[name] };
  const rows = new Map();
  const urgent = createSight((row) => write([...rows.keys()].find((name) => rows.get(name).element === row)));
  element.append(title, columns, list, refusal.element, hint);

  function rowFor(name, value, language) {
    const row = rows.get(name);
    if (row?.value === value && row.language === language) return row; // of many inputs, one moves
    const wanted = signature(name, value, language);
    if (row?.wanted === wanted) return Object.assign(row, { value });
    const fresh = Object.assign(CREATE[kindOf(value)](name, value, tools), { wanted, value, language });
    setApart(fresh.element, name);
    row?.element.replaceWith(fresh.element);
    rows.set(name, fresh);
    return fresh;
  }

  function arrange(elements, inputs) {
    if (elements.length === list.children.length && elements.every((row, i) => row === list.children[i])) return;
    arrangeColumns(list, inputs);
    list.replaceChildren(...elements);
  }

  function write(name) {
    const state = store.get();
    const text = (entry) => formatNumber(entry, state.digits);
    rows.get(name).show(state.inputs[name], gradientOf(state, name), text, state);
  }

  function update(state) {
    const names = new Map(Object.keys(state.inputs).map((name) => [rowFor(name, state.inputs[name], state.language).element, name]));
    for (const gone of [...rows.keys()].filter((name) => !(name in state.inputs))) rows.delete(gone);
    arrange([...names.keys()], state.inputs);
    for (const row of urgent([...names.keys()])) write(names.get(row));
  }

  const SHOWN = ["inputs", "answer", "problem", "step", "digits", "language"];
  store.subscribe((now, before) => {
    if (now.inputs !== before.inputs || now.reading !== before.reading || now.language !== before.language) relabel(now);
    if (SHOWN.some((key) => now[key] !== before[key])) update(now);
  });
  relabel(store.get());
  update(store.get());
}
