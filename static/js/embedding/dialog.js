// The dialog that puts the circuit into another page: kinds at the left, choices on top, the snippet, a live preview.

import { h } from "../dom.js";
import { icon } from "../render/icons.js";
import { requestFor } from "../session.js";
import { fileName } from "../share/names.js";
import { toast } from "../toast.js";
import "./texts.js";
import { createChoices } from "./choices.js";
import { chosenCircuit, foldableNames, shownCircuit } from "./circuit.js";
import { createKindList } from "./kind_list.js";
import { KINDS } from "./kinds.js";
import { createPane } from "./pane.js";
import { createPreview } from "./preview.js";

const PANEL = "embedding-kind";
const LONGEST_PROGRAM = 120; // signs of a program in a sentence

/** What is chosen stays chosen while the page is open; what is folded follows the page. */
const habits = { kind: "component", mode: "step", theme: "auto", form: "fragment" };

function oneLine(source) {
  const signs = [...source.trim().replace(/\s*\n\s*/g, "; ")];
  return signs.length > LONGEST_PROGRAM ? `${signs.slice(0, LONGEST_PROGRAM).join("")}…` : signs.join("");
}

/** The composites that can be folded in a circuit: those of its answer, or of another one when something is folded already. */
async function namesFor(circuit, { answer }, api) {
  if (!circuit.fold.length) return foldableNames(answer);
  const { kind, data } = await api.evaluate({ ...requestFor({ ...circuit, fold: [] }), layout: false });
  if (kind === "answer") return foldableNames(data);
  return circuit.fold === "all" ? [] : circuit.fold;
}

/** The parts of an open dialog, which `render` brings up to date after each choice. */
function createParts({ texts: { t }, api, state }, circuit, names) {
  const chosen = { ...habits, fold: circuit.fold.length ? circuit.fold : null };
  const heading = h("h3", { class: "eyebrow", id: `${PANEL}-preview` });
  const box = h("div", { class: "framed", role: "region", "aria-labelledby": heading.id });
  const options = h("div", { class: "opts" });
  const panel = h("div", { class: "dmain", role: "tabpanel", id: PANEL });
  const preview = createPreview({ heading, box, t, onHeight: (height) => pane.fit(height) });
  const pane = createPane({ t, api, take: (kind) => choose({ kind }) });
  const kinds = createKindList(t, PANEL, (kind) => choose({ kind }));
  const name = fileName(state.answer, "").slice(0, -1);
  const title = t("embedding.circuit_of", { program: oneLine(circuit.source) });
  let choices = null;

  function showChoices() {
    choices = createChoices(KINDS[chosen.kind].choices, { t, names, fits: KINDS[chosen.kind].fits, chosen: () => chosen, choose });
    options.replaceChildren(...choices.elements);
    panel.setAttribute("aria-labelledby", `kind-${chosen.kind}`);
    kinds.update(chosen.kind);
  }

  function render() {
    const { kind, mode, form } = chosen;
    const fold = KINDS[kind].fits ? chosen.fold : (chosen.fold ?? []);
    const hasTheme = KINDS[kind].choices.includes("theme");
    const shown = chosenCircuit(circuit, { fold, theme: hasTheme ? chosen.theme : "auto" });
    const given = { origin: location.origin, circuit: shown, mode, form, title, name };
    choices.update();
    pane.show(kind, given);
    preview.show(KINDS[kind].shows, hasTheme ? given : { ...given, circuit: { ...shown, theme: "light" } }); // as paper is
  }

  function choose(patch) {
    Object.assign(chosen, patch);
    for (const habit of Object.keys(habits)) habits[habit] = chosen[habit];
    if (patch.kind) showChoices();
    render();
  }

  panel.append(options, ...pane.elements, heading, box);
  return { kinds, panel, preview, start: () => choose({ kind: chosen.kind }) };
}

function shell(t, stale, { kinds, panel }) {
  const label = t("embedding.close");
  const close = h("button", { type: "button", class: "ib", "aria-label": label, title: label, onclick: () => close.closest("dialog").close() }, icon("close"));
  return h(
    "dialog",
    { id: "embedding", class: "embedding", "aria-labelledby": "embedding-title" },
    h("div", { class: "dhead" }, h("h2", { id: "embedding-title", text: t("embedding.title") }), close),
    stale && h("p", { class: "stale", text: t("embedding.stale") }),
    h("div", { class: "dcols" }, kinds.element, panel),
  );
}

/** Opens the dialog for the circuit that the page shows; `back` gets the focus when it closes. */
export async function open({ store, texts, api }, back) {
  const state = store.get();
  if (!state.answer) {
    toast(texts.t("embedding.no_circuit"));
    return;
  }
  const circuit = shownCircuit(state);
  const names = await namesFor(circuit, state, api);
  if (document.getElementById("embedding")) return; // it was asked for twice
  const parts = createParts({ texts, api, state }, circuit, names);
  const dialog = shell(texts.t, state.stale, parts);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    parts.preview.end();
    dialog.remove();
    back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  parts.start();
  parts.kinds.focus();
}
