/** The head of the inspector: what is selected, drawn small, with its name; and the controls that go with it. */

import { labelOf, shapeLine } from "../../captions/forward.js";
import { h, s } from "../../dom.js";
import { gatePaths } from "../../geometry.js";
import { nameElement } from "../../names.js";
import { shapeText } from "../../numbers.js";
import { icon } from "../../render/icons.js";
import { typeset } from "../../scene/gates.js";
import { isScalarGate } from "../../explain.js";
import { timeline } from "../../steps.js";

function precisionButton({ precision, store, t }, value) {
  const attributes = { type: "button", "aria-pressed": String(precision === value), "data-name": `precision-${value}` };
  const text = t(value === "full" ? "inspector.full" : "inspector.rounded");
  return h("button", { ...attributes, text, onclick: () => store.set({ precision: value }) });
}

function precisionControl(context) {
  const buttons = ["rounded", "full"].map((value) => precisionButton(context, value));
  return h("div", { class: "seg2", role: "group", "aria-label": context.t("inspector.precision") }, ...buttons);
}

/** Closes the inspector and gives the focus back to what it was about. */
function close(store) {
  const { selected } = store.get();
  store.set({ selected: null });
  document.querySelector(`.circuit [data-id="${CSS.escape(selected)}"]`)?.focus({ preventScroll: true });
}

function closeButton({ store, t }) {
  const label = t("inspector.close");
  return h("button", { type: "button", class: "ib", "aria-label": label, title: label, onclick: () => close(store) }, icon("close"));
}

/** The head with a drawing, a title, a line below it, and the controls: those of what is shown, then precision. */
export function header(context, drawing, title, line, tabs = null) {
  const words = h("div", { class: "iwords" }, h("h2", {}, ...title), h("p", {}, ...line));
  return h("header", { class: "ih" }, drawing, words, tabs, precisionControl(context), closeButton(context));
}

function gateDrawing(place) {
  const { body } = gatePaths({ ...place, x: 0, y: 0 });
  const [width, height] = [place.width + 4, place.height + 4];
  const view = `${-width / 2} ${-height / 2} ${width} ${height}`;
  const label = s("text", { y: 5 }, typeset(place.label));
  return s("svg", { class: "gb", viewBox: view, width, height, "aria-hidden": "true" }, s("path", { d: body }), label);
}

function arityText({ answer, t }, node) {
  const count = (timeline(answer).incoming.get(node.id) ?? []).length;
  return count < 3 ? t(`arity.${count}`) : t("arity.many", { k: count });
}

function shapesOf(context, node) {
  const { answer, t } = context;
  return isScalarGate(answer, node.id) ? `${arityText(context, node)} · ${t("word.scalar")}` : shapeLine(answer, node.id, t);
}

function patternBadge({ t }, node) {
  return node.pattern ? [h("span", { class: "pattern", text: t(`pattern.${node.pattern}`) })] : [];
}

/** The head of a gate; `tabs` choose what is shown of it. */
export function gateHeader(context, node, tabs) {
  const place = context.answer.layout.nodes.find(({ id }) => id === node.id);
  const title = [context.t(`gate.${node.gate}`), " ", h("code", { text: node.gate }), ...patternBadge(context, node)];
  const name = node.name ? [nameElement(node.name), " · "] : [];
  return header(context, gateDrawing(place ?? { ...node, label: labelOf(context.answer, node.id) }), title, [...name, shapesOf(context, node)], tabs);
}

export function inputHeader(context, node) {
  const { t } = context;
  const name = h("span", { class: "iname", "aria-hidden": "true" }, nameElement(node.name ?? ""));
  const title = [t(node.kind === "constant" ? "constant.title" : "input.title"), " ", nameElement(node.name ?? "")];
  const line = node.shape.length ? t("input.shape", { shape: shapeText(node.shape) }) : t("word.scalar");
  return header(context, name, title, [line]);
}
