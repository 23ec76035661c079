// The box in which the program is typed, with a layer behind it for what is wrong, doubtful or looked at.

import { h } from "../dom.js";
import { fixFor, sortNotices } from "../fixes.js";
import { markFor, segments } from "../spans.js";
import { currentGate } from "../steps.js";

const CLASSES = { bad: "bad", doubt: "doubt", lit: "lit", missing: "missing" };

function pieceElement({ text, kinds }) {
  if (!kinds.length) return document.createTextNode(text);
  return h("mark", { class: kinds.map((kind) => CLASSES[kind]).join(" "), text });
}

/** The place of the problem, and a ghost where its fix would add something. */
function problemMarks({ problem, source }) {
  if (!problem?.span) return [];
  const end = source.trimEnd().length;
  const ghost = fixFor(problem, source)?.adds ? [{ start: end, end, kind: "bad" }] : [];
  return [markFor(source, problem.span, "bad"), ...ghost];
}

function doubtMarks({ reading, source }) {
  if (reading?.source !== source) return [];
  return sortNotices(reading.notices).readings.map((notice) => markFor(source, notice.span, "doubt"));
}

/** The span of what is pointed at, or else of the gate whose step it is. */
function litMark(state) {
  const { answer, source, problem } = state;
  if (problem || answer?.expression.source !== source) return null;
  const lit = (state.hovered ?? currentGate(state))?.replace(/^branch:/, "");
  const node = answer.nodes.find(({ id }) => id === lit);
  return node?.span ? markFor(source, node.span, "lit") : null;
}

/** Everything that is to be marked in the text, as marks in UTF-16 units. */
export function marksOf(state) {
  return [...problemMarks(state), ...doubtMarks(state), litMark(state)].filter(Boolean);
}

function paint(layer, state) {
  layer.replaceChildren(...segments(state.source, marksOf(state)).map(pieceElement), "\n");
}

const PAINTED = ["source", "problem", "reading", "hovered", "answer", "step", "stepped"];

/** `element` holds `pre` and `textarea`; `onBurst` is called before the first change after the box was entered. */
export function createProgram(element, store, onBurst) {
  const area = element.querySelector("textarea");
  const layer = element.querySelector("pre");
  let burst = false;

  function typed() {
    if (!burst) onBurst();
    burst = true;
    store.set({ source: area.value });
  }

  function show(state) {
    if (area.value !== state.source) area.value = state.source;
    area.setAttribute("aria-invalid", String(Boolean(state.problem)));
    element.classList.toggle("busy", state.busy);
    paint(layer, state);
  }

  area.addEventListener("input", typed);
  area.addEventListener("blur", () => (burst = false));
  area.addEventListener("keydown", (event) => event.key === "Escape" && area.blur());
  store.subscribe((now, before) => {
    if ([...PAINTED, "busy"].some((key) => now[key] !== before[key])) show(now);
  });
  show(store.get());
}
