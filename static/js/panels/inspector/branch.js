/** A branch: what comes back on each wire, their sum, and the rule behind it. */

import { labelOf } from "../../captions/forward.js";
import { h, s } from "../../dom.js";
import { branchRows } from "../../explain.js";
import { nameElement, nameLatex } from "../../names.js";
import { shapeText, numberWriter } from "../../numbers.js";
import { branchTerms } from "../../scene/branches.js";
import { typeset as drawn } from "../../scene/gates.js";
import { edgeGradientStep, gradientStep, timeline } from "../../steps.js";
import { header } from "./header.js";
import { formulaElement } from "./scroll.js";

function drawing() {
  const wires = s("path", { class: "wires", d: "M-18 0H0C8 0 4 -10 17 -10M0 0C8 0 4 10 17 10" });
  return s("svg", { class: "gb", viewBox: "-20 -20 40 40", width: 40, height: 40, "aria-hidden": "true" }, wires, s("circle", { r: 4.5 }));
}

function nameOf({ answer, t }, node) {
  return node.name ? nameElement(node.name) : h("b", { class: "gt", text: node.kind === "gate" ? drawn(labelOf(answer, node.id)) : t("word.unnamed") });
}

export function branchHeader(context, node) {
  const used = timeline(context.answer).outgoing.get(node.id).length;
  const title = [context.t("branch.title"), " ", nameOf(context, node)];
  return header(context, drawing(), title, [context.t("branch.used", { k: used })]);
}

function termText(row, i, { terms, seen }) {
  if (!seen) return "·";
  if (row.source.shape.length) return shapeText(row.source.shape);
  return terms?.[i] ?? row.chain?.gradient ?? "·";
}

function wireRow(context, row, i, terms) {
  const seen = context.step >= edgeGradientStep(timeline(context.answer), row.edge);
  const product = seen && row.chain ? [h("span", { class: "g", text: row.chain.upstream }), " × ", h("span", { text: row.chain.local })] : [];
  const gate = h("b", { class: "gt", text: drawn(labelOf(context.answer, row.target.id)) });
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, nameOf(context, row.source), " → ", gate),
    h("td", {}, ...product),
    h("td", { class: "num g", text: row.edge.gradient === null ? context.t("word.none") : termText(row, i, { terms, seen }) }),
  );
}

function sumRow({ answer, step, precision, digits, t }, node) {
  const seen = step >= gradientStep(timeline(answer), node.id) && node.gradient !== null;
  const written = node.shape.length ? shapeText(node.shape) : numberWriter(precision, digits)(node.gradient ?? 0);
  return h("tr", { class: "total" }, h("th", { scope: "row", text: t("branch.sum") }), h("td"), h("td", { class: "num g", text: seen ? written : "·" }));
}

function tableHead({ t }) {
  const cell = (key) => h("th", { scope: "col", text: t(key) });
  return h("thead", { class: "sr" }, h("tr", {}, cell("branch.wire"), cell("branch.product"), cell("word.gradient")));
}

function table(context, node) {
  const { answer, precision, digits } = context;
  const rows = branchRows(answer, node.id, { precision, digits });
  const summable = precision === "rounded" && !node.shape.length && rows.every(({ edge }) => edge.gradient !== null);
  const terms = summable ? branchTerms(timeline(answer), node.id, digits) : null;
  const body = h("tbody", {}, ...rows.map((row, i) => wireRow(context, row, i, terms)), sumRow(context, node));
  return h("table", { class: "wireterms" }, tableHead(context), body);
}

function ruleColumn({ t }, node) {
  const x = node.name ? nameLatex(node.name) : "x";
  const formula = formulaElement(`\\frac{\\partial f}{\\partial ${x}} = \\sum_i \\frac{\\partial f}{\\partial q_i}\\, \\frac{\\partial q_i}{\\partial ${x}}`);
  return h("div", { class: "imath" }, h("h3", { class: "eyebrow", text: t("branch.rule") }), formula, h("p", { class: "aside", text: t("branch.why") }));
}

/** The columns of a branch. */
export function branchBody(context, node) {
  const title = h("h3", { class: "eyebrow", text: context.t("branch.table") });
  return [h("div", { class: "imath" }, title, table(context, node)), ruleColumn(context, node)];
}
