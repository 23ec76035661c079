/** The tape: a dot for each step; each is a button, and dragging along the track scrubs. */

import { select } from "d3-selection";
import { labelOf } from "../../captions/forward.js";
import { h, s } from "../../dom.js";
import { canStep } from "../../interact/keyboard.js";
import { placeIn } from "../../interact/scale.js";
import { put, putText } from "../../render/put.js";
import { typeset } from "../../scene/gates.js";
import { isAtRest, moveTo } from "../../steps.js";
import { createTape, preferredWidth, stepNear, TAPE_HEIGHT } from "../../tape.js";

const PHONE = 640;
const MEDIUM = 1180;
const SHOWN = ["step", "stepped", "stale", "language"];

function lanes() {
  return h(
    "div",
    { class: "lanes", "aria-hidden": "true" },
    h("span", { class: "v" }, h("span", { "data-t": "stepper.lane.forward" }), " ▸"),
    h("span", { class: "g" }, "◂ ", h("span", { "data-t": "stepper.lane.backward" })),
  );
}

function stateOf(stop, state) {
  if (stop.step === state.step && !isAtRest(state)) return "current";
  return stop.step <= state.step ? "done" : "open";
}

function stopLabel(stop, gates, { t }) {
  const n = gates.length;
  if (stop.lane === "turn") return t("tape.turn");
  const k = stop.lane === "forward" ? stop.step : stop.step - n - 1;
  const gate = gates[stop.lane === "forward" ? stop.step - 1 : 2 * n + 1 - stop.step];
  return t(`tape.${stop.lane}`, { k, n, gate });
}

function enterStop(enter) {
  const stop = enter.append("g").attr("role", "button");
  stop.append("rect").attr("class", "target").attr("width", 24).attr("height", 24).attr("x", -12).attr("y", -12);
  stop.append("circle");
  return stop;
}

/** The stops to draw: the ticks, and the current step where it is none of them. */
function stopsOf(tape, state) {
  const known = tape.stops.some(({ step }) => step === state.step);
  return known || state.step <= 0 ? tape.stops : [...tape.stops, tape.at(state.step)];
}

function drawStops(layer, tape, state, gates, texts) {
  const stops = layer.selectAll("g").data(stopsOf(tape, state), ({ step }) => step).join(enterStop);
  const reached = Math.max(tape.stops[0]?.step ?? 1, state.step);
  put(stops, {
    class: (stop) => `dot ${stop.lane} ${stateOf(stop, state)}`,
    "data-step": ({ step }) => step,
    tabindex: ({ step }) => (step === reached ? 0 : -1),
    "aria-disabled": state.stale ? "true" : null,
    "aria-label": (stop) => stopLabel(stop, gates, texts),
    "aria-current": (stop) => (stateOf(stop, state) === "current" ? "step" : null),
    transform: ({ x, y }) => `translate(${x},${y})`,
  });
  put(stops.select("circle"), { r: (stop) => (stateOf(stop, state) === "current" ? 6.5 : 4) });
}

function drawLabels(layer, { labels }) {
  const texts = layer.selectAll("text").data(labels, ({ id }) => id).join("text");
  put(texts, { x: ({ x }) => x, y: 33.5 });
  putText(texts, ({ text }) => text);
}

function scrub(svg, store, tapeNow) {
  const go = (event) => {
    const { x, y } = placeIn(svg, event);
    store.set({ ...moveTo(store.get(), stepNear(tapeNow(), x, y)), playing: false });
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || !canStep(store.get())) return;
    svg.setPointerCapture(event.pointerId);
    go(event);
  });
  svg.addEventListener("pointermove", (event) => svg.hasPointerCapture(event.pointerId) && go(event));
}

function pressable(svg, store) {
  const press = (target) => {
    const step = target.closest?.("[data-step]")?.dataset.step;
    if (step !== undefined && canStep(store.get())) store.set({ ...moveTo(store.get(), Number(step)), playing: false });
  };
  svg.addEventListener("click", (event) => press(event.target));
  svg.addEventListener("keydown", (event) => event.key === "Enter" && press(event.target));
}

function gateLabels(answer) {
  return answer.order.forward.map((gate) => typeset(labelOf(answer, gate)));
}

export function createTapePanel(element, store, texts) {
  const track = s("path", { class: "track" });
  const [labels, stops] = [s("g", { class: "labels", "aria-hidden": "true" }), s("g", { class: "stops" })];
  const svg = s("svg", { class: "tape", role: "group", "data-t-label": "stepper.tape", height: TAPE_HEIGHT }, track, labels, stops);
  let tape = null;
  let gates = [];
  element.replaceChildren(lanes(), svg);

  function measure({ answer }) {
    gates = gateLabels(answer);
    const narrow = innerWidth < PHONE;
    tape = createTape(gates, narrow ? element.clientWidth : preferredWidth(gates.length, innerWidth > MEDIUM));
    svg.setAttribute("width", tape.width);
    track.setAttribute("d", tape.track);
    drawLabels(select(labels), tape);
  }

  /** New numbers leave the tape as it is. */
  function isShown(state, before) {
    const isSame = (key) => state[key] === before[key];
    return tape && before?.answer?.layout === state.answer.layout && SHOWN.every(isSame);
  }

  function update(state, before) {
    if (!state.answer || state.step === null || isShown(state, before)) return;
    svg.classList.toggle("stale", state.stale);
    if (state.answer.layout !== before?.answer?.layout || !tape) measure(state);
    drawStops(select(stops), tape, state, gates, texts);
  }

  function refit() {
    tape = null;
    update(store.get(), null);
  }

  scrub(svg, store, () => tape);
  pressable(svg, store);
  new ResizeObserver(refit).observe(element);
  addEventListener("resize", refit); // a tape without any width, as in a hidden frame, would not change its element's size
  update(store.get(), null);
  store.subscribe(update);
}
