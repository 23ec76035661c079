/** The caption: what the current step does, or the chain rule of what is looked at; read out at most every 700 ms. */

import { h } from "../../dom.js";
import { captionText, lookCaption, stepCaption } from "../../captions.js";
import { typeset } from "../../math.js";
import { tokenElements } from "../../render/tokens.js";

const PAUSE = 700;
const LASTS = 4000; // then the region is empty again: the same words stand in the caption
const TONES = { value: " v", gradient: " g" };
const SHOWN = ["answer", "step", "stepped", "hovered", "digits", "language", "stale"];

/** Says the latest sentence into a live region, not more often than every `PAUSE` milliseconds. */
function createSpeaker(region) {
  let [timer, emptying, next] = [null, null, null];

  function speak() {
    timer = null;
    if (next === null) return;
    clearTimeout(emptying);
    region.textContent = next;
    next = null;
    timer = setTimeout(speak, PAUSE);
    emptying = setTimeout(() => (region.textContent = ""), LASTS);
  }

  return (sentence) => {
    next = sentence;
    if (timer === null) speak();
  };
}

function ruleElements({ latex }) {
  if (!latex) return [];
  const element = h("span", { class: "derivative" });
  typeset(element, latex);
  return [" ", element];
}

function showPlace(element, place) {
  element.className = `eyebrow${TONES[place.tone] ?? ""}`;
  element.replaceChildren(place.text, ...ruleElements(place));
}

function showLines(lines, caption) {
  const [first, ...more] = caption.lines;
  const line = (tokens, name) => h("p", { class: name }, ...tokenElements(tokens));
  lines.replaceChildren(line(first, "say"), ...more.map((tokens) => line(tokens, "say also")));
}

/** Fills `element` with the caption; a `brief` one goes without the line that names the place. */
export function createCaption(element, store, { t }, { brief = false } = {}) {
  const [place, lines] = [h("p", { class: "eyebrow" }), h("div", { class: "lines" })];
  const region = h("p", { class: "sr", "aria-live": "polite" });
  const speak = createSpeaker(region);
  let shown = "";
  element.replaceChildren(...(brief ? [] : [place]), lines, region);

  /** A caption that says the same as before, as while an input is dragged, stays. */
  function show(caption) {
    const next = JSON.stringify(caption);
    if (next === shown) return;
    shown = next;
    if (!brief) showPlace(place, caption.place);
    showLines(lines, caption);
  }

  function update(state, before) {
    if (!state.answer || state.step === null) return;
    if (before && !SHOWN.some((key) => state[key] !== before[key])) return;
    const step = stepCaption(state, t);
    show((state.hovered && lookCaption(state, state.hovered, t)) || step);
    if (before && (state.step !== before.step || state.stepped !== before.stepped)) speak(captionText(step));
  }

  update(store.get(), null);
  store.subscribe(update);
}
