// The page of a circuit in one HTML file: the parts of the page with the circuit that need no server.

import { createFigure } from "../figure.js";
import { moved } from "../moves.js";
import { createFormula } from "../panels/formula.js";
import { create as createInspector } from "../panels/inspector/create.js";
import { createStepper } from "../panels/stepper.js";
import { createStore } from "../store.js";
import "../figure/texts.js";
import { addTexts, createTexts } from "../texts.js";
import en from "../../texts/document.en.json" with { type: "json" };
import ko from "../../texts/document.ko.json" with { type: "json" };
import inputsEn from "../../texts/inputs.en.json" with { type: "json" };
import inputsKo from "../../texts/inputs.ko.json" with { type: "json" };
import { createFixedInputs } from "./inputs.js";
import { createPrepared } from "./prepared.js";
import { createSource } from "./source.js";

const VIEW = ["constants", "fold", "unfold"];

function createParts(part, store, texts, prepared) {
  createSource(part("source"), store);
  createFormula(part("formula"), store, texts);
  createFigure(part("figure"), store, texts);
  createStepper(part("stepper"), store, texts);
  createFixedInputs(part("inputs"), store, texts);
  createInspector(part("inspector"), store, texts, prepared);
  store.subscribe(({ selected }) => (part("hint").hidden = selected !== null));
}

/** Shows what was hidden as long as nothing could fill it. */
function reveal(part) {
  part("still").remove();
  part("formula").parentElement.hidden = false;
  for (const id of ["stepper", "panels"]) part(id).hidden = false;
}

/** `data` is what `app/documents.py` puts into the file, `part(id)` gives an element of the page. */
export function createDocument({ look, first, reading, ...data }, part) {
  const { step, ...looks } = look;
  const store = createStore({ ...looks, ...first, prepared: data.views });
  const prepared = createPrepared(data);
  addTexts({ en: { ...en, ...inputsEn }, ko: { ...ko, ...inputsKo } });
  const texts = createTexts(store);

  function show(state, target) {
    const answer = prepared.answer(state);
    const asked = Object.fromEntries(VIEW.map((key) => [key, state[key]]));
    store.set({ answer, answered: {}, asked, ...moved(state, answer, target) });
  }

  reveal(part);
  createParts(part, store, texts, prepared);
  const { source } = reading.expression;
  store.set({ source, reading: { ...reading, source } });
  show(store.get(), { step, selected: null });
  store.subscribe((now, before) => {
    if (VIEW.some((key) => now[key] !== before[key])) show(now, null);
  });
}
