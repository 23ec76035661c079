/** A gate of scalars: its local gradients, the chain rule on each wire, and what that means here. */

import { labelOf } from "../../captions/forward.js";
import { h } from "../../dom.js";
import { seen } from "../../explain.js";
import { localFormula, operandName } from "../../formulas.js";
import { nameElement } from "../../names.js";
import { meaningOf } from "../../meaning.js";
import { isFinite } from "../../numbers.js";
import { plotColumn } from "./plot.js";
import { formulaElement } from "./scroll.js";

function localBlock({ answer, t }, node, rows, isComposite) {
  const label = labelOf(answer, node.id);
  const formulas = rows.map((row) => formulaElement(localFormula(rows, row, label, node.gate)));
  return [h("h3", { class: "eyebrow", text: t(isComposite ? "inspector.closed" : "inspector.local") }), ...formulas];
}

function term(text, word, tone, entry) {
  const name = isFinite(entry) ? tone : "al";
  return h("div", {}, h("b", { class: name, text }), word ? h("small", { text: word }) : null);
}

const sign = (text) => h("i", { text });

/** An operand as it is called in the formula above. */
function operandLabel(rows, row) {
  return h("span", { class: "operand" }, nameElement(operandName(rows, row)));
}

/** `upstream × local = gradient`, a word under each in the first row. */
function chainRow({ t }, rows, row) {
  const { edge, chain } = row;
  const first = row === rows[0];
  const word = (key) => (first ? t(key) : null);
  return h(
    "div",
    { class: "chain" },
    rows.length > 1 ? operandLabel(rows, row) : null,
    term(chain.upstream, word("inspector.upstream"), "g", edge.upstream),
    sign("×"),
    term(chain.local, word("inspector.localword"), "n", edge.local),
    sign("="),
    term(chain.gradient, word("inspector.sent"), "g", edge.gradient),
  );
}

function chainBlock(context, rows) {
  const many = rows.length > 1;
  const title = h("h3", { class: "eyebrow", text: context.t(many ? "inspector.chain.wires" : "inspector.chain") });
  const lines = rows.map((row) => chainRow(context, rows, row));
  return [title, h("div", { class: many ? "chains many" : "chains" }, ...lines)];
}

function note(text) {
  return h("p", { class: "aside", text });
}

/** The columns of a scalar gate, as far as the step shows them: its plot, its local gradients with the chain rule. */
export function scalarBody(context, node, rows, isComposite) {
  const { answer, step, t } = context;
  const chained = rows.filter(({ chain }) => chain);
  const { value, gradient } = seen(answer, node.id, step);
  if (!chained.length) return [h("div", { class: "imath" }, note(t("inspector.nogradient")))];
  if (!value) return [h("div", { class: "imath" }, note(t("inspector.pending.forward")))];
  const chain = gradient ? [...chainBlock(context, chained), note(meaningOf(node, chained, t))] : [note(t("inspector.pending.backward"))];
  const math = h("div", { class: "imath" }, ...localBlock(context, node, chained, isComposite), ...chain);
  return [plotColumn(context, node, chained), math];
}
