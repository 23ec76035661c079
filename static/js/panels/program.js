// The box in which the program is typed, with a layer behind it for what is wrong, doubtful or looked at.

import { h } from "../dom.js";
import { errorsOf, fixFor, markedSpan } from "../fixes.js";
import { createCaret } from "../interact/caret.js";
import { createEditing } from "../interact/editing.js";
import { litNode, placesOf } from "../places.js";
import { carried, changeOf, markFor, segments } from "../spans.js";
import { noticesOf } from "./notices.js";

function pieceElement({ text, kinds }) {
  if (!kinds.length) return document.createTextNode(text);
  return h("mark", { class: kinds.join(" "), text });
}

/** The place of an error, and a ghost where its fix would add something, in the text that was read. */
function errorMarks(error, source) {
  const { at } = fixFor(error, source) ?? {};
  const ghost = at === undefined ? [] : [{ start: at, end: at }];
  return [markFor(source, markedSpan(error, source)), ...ghost];
}

/** The places of all errors in the present text, as far as typing has not met them since. */
function problemMarks({ problem, source }) {
  const read = problem?.source ?? source;
  const marks = errorsOf(problem).filter(({ span }) => span).flatMap((error) => errorMarks(error, read));
  const change = changeOf(read, source);
  return marks.map((mark) => carried(mark, change)).filter(Boolean).map((mark) => ({ ...mark, kind: "bad" }));
}

function readingMarks(state) {
  const { readings, skipped } = noticesOf(state);
  const marked = (notices, kind) => notices.map((notice) => markFor(state.source, notice.span, kind));
  return [...marked(readings, "doubt"), ...marked(skipped, "skipped")];
}

/** The reading whose chip is pointed at. */
const pointedMark = ({ pointed, source }) => pointed && markFor(source, pointed, "lit");

/** The places of the node that is lit. */
const litMarks = (state) => placesOf(state, litNode(state)).map((span) => markFor(state.source, span, "lit"));

/** Everything that is to be marked in the text, as marks in UTF-16 units. */
export function marksOf(state) {
  const pointed = pointedMark(state);
  return [...problemMarks(state), ...readingMarks(state), ...(pointed ? [pointed] : litMarks(state))].filter(Boolean);
}

const PAINTED = ["source", "problem", "reading", "hovered", "pointed", "answer", "step", "stepped"];

/** Two layers of the same text: what is marked lies behind the letters, what dims them in front. */
function createLayers(element) {
  const [behind, veil] = element.querySelectorAll("pre");
  let painted = "";
  return (state) => {
    const marks = marksOf(state);
    const next = JSON.stringify([state.source, marks]);
    if (next === painted) return; // as while an input is dragged
    painted = next;
    const paint = (layer, kept) => layer.replaceChildren(...segments(state.source, kept).map(pieceElement), "\n");
    paint(behind, marks.filter(({ kind }) => kind !== "skipped"));
    paint(veil, marks.filter(({ kind }) => kind === "skipped"));
  };
}

/** Scrolls the box, and nothing else, until the mark can be seen. */
function revealIn(box, mark) {
  if (!mark) return;
  const [place, frame] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  const [above, below] = [place.top - frame.top - 6, place.bottom - frame.bottom + 12];
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += below;
}

/** The mark that begins at an offset of the text. */
function markAt(layer, start) {
  let offset = 0;
  for (const node of layer.childNodes) {
    if (offset === start && node instanceof Element) return node;
    offset += node.textContent.length;
  }
  return null;
}

/** Shows the place of an error in the box: selects it, and scrolls to it. */
export function showPlace(box, read, error) {
  const area = box.querySelector("textarea");
  const place = carried(markFor(read, markedSpan(error, read)), changeOf(read, area.value));
  area.focus({ preventScroll: true });
  if (!place) return;
  area.setSelectionRange(place.start, place.end);
  revealIn(box, markAt(box.querySelector("pre"), place.start));
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
    if (document.activeElement !== area) revealIn(element, element.querySelector("mark.lit"));
  }

  createEditing(area);
  createCaret(area, store);
  area.addEventListener("input", typed);
  area.addEventListener("blur", () => (burst = false));
  area.addEventListener("keydown", (event) => event.key === "Escape" && area.blur());
  store.subscribe((now, before) => {
    if ([...PAINTED, "busy"].some((key) => now[key] !== before[key])) show(now);
  });
  show(store.get());
}
