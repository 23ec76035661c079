/** The inspector: everything about the gate, input or branch that is selected. Hovering does not open it. */

import { chosenRow } from "../curves.js";
import { h } from "../dom.js";
import { isScalarGate, operandRows } from "../explain.js";
import { plainText } from "../numbers.js";
import { timeline } from "../steps.js";
import { addTexts } from "../texts.js";
import en from "../../texts/inspector.en.json" with { type: "json" };
import ko from "../../texts/inspector.ko.json" with { type: "json" };
import { arrayBody } from "./inspector/array.js";
import { branchBody, branchHeader } from "./inspector/branch.js";
import { codeColumn } from "./inspector/code.js";
import { compositeSection, isDefined } from "./inspector/definition.js";
import { foldingElements } from "./inspector/folding.js";
import { gateHeader, inputHeader } from "./inspector/header.js";
import { inputBody } from "./inspector/input.js";
import { operandTabs } from "./inspector/operands.js";
import { renew } from "./inspector/renew.js";
import { scalarBody } from "./inspector/scalar.js";

const SHOWN = ["answer", "selected", "step", "digits", "precision", "language", "catalogue", "operand", "curve", "jacobian"];

function gateView(context, node) {
  const { answer, precision, digits, operand } = context;
  const rows = operandRows(answer, node.id, { precision, digits });
  const scalar = isScalarGate(answer, node.id);
  const row = chosenRow(rows, node.id, operand);
  const columns = scalar ? scalarBody(context, node, rows, isDefined(context, node)) : arrayBody(context, node, rows, row);
  const folding = foldingElements(context, node);
  const section = compositeSection(context, node, rows, folding);
  if (!section) columns.find((column) => column?.classList.contains("imath")).append(...folding);
  const tabs = scalar ? null : operandTabs(context, rows, row);
  return [gateHeader(context, node, tabs), h("div", { class: `icols ${scalar ? "scalar" : "arrays"}` }, ...columns, section, codeColumn(context, node))];
}

function branchView(context, node) {
  return [branchHeader(context, node), h("div", { class: "icols branches" }, ...branchBody(context, node))];
}

function inputView(context, node) {
  return [inputHeader(context, node), h("div", { class: "icols values" }, ...inputBody(context, node))];
}

function viewOf(context) {
  const { answer, selected } = context;
  const node = selected && answer && timeline(answer).nodes.get(selected.replace("branch:", ""));
  if (!node) return null;
  if (selected.startsWith("branch:")) return branchView(context, node);
  return node.kind === "gate" ? gateView(context, node) : inputView(context, node);
}

/** Copying gives numbers as they are typed: `-` and no thin spaces. */
function copyPlain(event) {
  const text = document.getSelection().toString();
  if (!text) return;
  event.clipboardData.setData("text/plain", plainText(text));
  event.preventDefault();
}

/** The control inside `element` with the focus, by its name, so that drawing anew does not lose it. */
function focusedName(element) {
  return element.contains(document.activeElement) ? document.activeElement.dataset.name : null;
}

/** Fills `element` with the inspector of the store's selection; it is hidden while nothing is selected. */
export function createInspector(element, store, { t }) {
  addTexts({ en, ko });
  element.classList.add("inspector");

  /** Parts that look alike stay only where they are about the same thing. */
  function draw(parts, isSame) {
    const name = focusedName(element);
    if (isSame) renew(element, parts);
    else element.replaceChildren(...parts);
    if (name && focusedName(element) !== name) element.querySelector(`[data-name="${name}"]`)?.focus();
  }

  function update(state, before) {
    if (before && !SHOWN.some((key) => state[key] !== before[key])) return;
    const view = state.step === null ? null : viewOf({ ...state, t, store });
    element.hidden = view === null;
    element.classList.toggle("full", state.precision === "full");
    draw(view ?? [], state.selected === before?.selected);
  }

  element.addEventListener("copy", copyPlain);
  update(store.get(), null);
  return store.subscribe(update);
}
