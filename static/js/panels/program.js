// The box in which the program is typed, with a layer behind it for what is wrong, doubtful or looked at.

import { h } from "../dom.js";
import { errorsOf, fixFor, markedSpan } from "../fixes.js";
import { createEditing } from "../interact/editing.js";
import { markFor, segments } from "../spans.js";
import { currentGate } from "../steps.js";
import { noticesOf } from "./notices.js";

function pieceElement({ text, kinds }) {
  if (!kinds.length) return document.createTextNode(text);
  return h("mark", { class: kinds.join(" "), text });
}

/** The places of all errors, and ghosts where their fixes would add something. */
function problemMarks({ problem, source }) {
  return errorsOf(problem).filter(({ span }) => span).flatMap((error) => {
    const { at } = fixFor(error, source) ?? {};
    const ghost = at === undefined ? [] : [{ start: at, end: at, kind: "bad" }];
    return [markFor(source, markedSpan(error, source), "bad"), ...ghost];
  });
}

function readingMarks(state) {
  const { readings, skipped } = noticesOf(state);
  const marked = (notices, kind) => notices.map((notice) => markFor(state.source, notice.span, kind));
  return [...marked(readings, "doubt"), ...marked(skipped, "skipped")];
}

/** The reading whose chip is pointed at. */
const pointedMark = ({ pointed, source }) => pointed && markFor(source, pointed, "lit");

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
  return [...problemMarks(state), ...readingMarks(state), pointedMark(state) ?? litMark(state)].filter(Boolean);
}

const PAINTED = ["source", "problem", "reading", "hovered", "pointed", "answer", "step", "stepped"];

/** Two layers of the same text: what is marked lies behind the letters, what dims them in front. */
function createLayers(element) {
  const [behind, veil] = element.querySelectorAll("pre");
  return (state) => {
    const marks = marksOf(state);
    const paint = (layer, kept) => layer.replaceChildren(...segments(state.source, kept).map(pieceElement), "\n");
    paint(behind, marks.filter(({ kind }) => kind !== "skipped"));
    paint(veil, marks.filter(({ kind }) => kind === "skipped"));
  };
}

/** `element` holds `pre`, `textarea` and `pre`; `onBurst` is called before the first change after the box was entered. */
export function createProgram(element, store, onBurst) {
  const area = element.querySelector("textarea");
  const paint = createLayers(element);
  let burst = false;

  function typed() {
    if (!burst) onBurst();
    burst = true;
    store.set({ source: area.value, pointed: null });
  }

  function show(state) {
    if (area.value !== state.source) area.value = state.source;
    area.setAttribute("aria-invalid", String(Boolean(state.problem)));
    element.classList.toggle("busy", state.busy);
    paint(state);
  }

  createEditing(area);
  area.addEventListener("input", typed);
  area.addEventListener("blur", () => (burst = false));
  area.addEventListener("keydown", (event) => event.key === "Escape" && area.blur());
  store.subscribe((now, before) => {
    if ([...PAINTED, "busy"].some((key) => now[key] !== before[key])) show(now);
  });
  show(store.get());
}
