/** The inspector: everything about the gate, input or branch that is selected. Hovering does not open it. */

import { h } from "../dom.js";
import { plainText } from "../numbers.js";
import { timeline } from "../steps.js";
import { arrayBody } from "./inspector/array.js";
import { branchBody, branchHeader } from "./inspector/branch.js";
import { codeColumn } from "./inspector/code.js";
import { gateHeader, inputHeader } from "./inspector/header.js";
import { inputBody } from "./inspector/input.js";
import { scalarBody } from "./inspector/scalar.js";
import { isScalarGate } from "../explain.js";

const SHOWN = ["answer", "selected", "step", "digits", "precision", "language", "catalogue"];

function gateView(context, node) {
  const scalar = isScalarGate(context.answer, node.id);
  const columns = scalar ? scalarBody(context, node) : arrayBody(context, node);
  const code = codeColumn(context, node);
  return [gateHeader(context, node), h("div", { class: `icols ${scalar ? "scalar" : "arrays"}` }, ...columns, code)];
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
  element.classList.add("inspector");

  function update(state, before) {
    if (before && !SHOWN.some((key) => state[key] !== before[key])) return;
    const view = state.step === null ? null : viewOf({ ...state, t, store });
    const name = focusedName(element);
    element.hidden = view === null;
    element.classList.toggle("full", state.precision === "full");
    element.replaceChildren(...(view ?? []));
    if (name) element.querySelector(`[data-name="${name}"]`)?.focus();
  }

  element.addEventListener("copy", copyPlain);
  update(store.get(), null);
  return store.subscribe(update);
}
