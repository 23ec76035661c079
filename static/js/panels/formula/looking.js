// Looking at the parts of the formula: the pointer, the keys and touches find their gates, and what is looked at is lit.

import { h } from "../../dom.js";
import { placeIn } from "../../interact/scale.js";
import { litNode, nodeAt, placesOf } from "../../places.js";
import { partsAround, partsOf, placeOver } from "./parts.js";
import { Stop } from "./stop.js";

const LIT = ["hovered", "caret", "step", "stepped", "answer", "reading", "source", "problem"];

const isOneOf = (spans, [start, end]) => spans.some((span) => span[0] === start && span[1] === end);
const sameItems = (one, other) => one.length === other.length && one.every((item, i) => item === other[i]);

/** Lights parts from behind, and does nothing while they stay the same. */
function createLights(layer) {
  let shown = [];
  return (parts) => {
    if (sameItems(parts, shown)) return;
    shown = parts;
    layer.replaceChildren(...parts.map((part) => {
      const light = h("span", { class: "lit" });
      placeOver(light, part);
      return light;
    }));
  };
}

/** The pointer over the frame: `found(event)` gives the node under it. Touches choose, and do not hover. */
function wirePointer(frame, store, found) {
  const hover = (id) => {
    frame.classList.toggle("onpart", id !== null);
    store.set({ hovered: id });
  };
  frame.addEventListener("pointermove", (event) => event.pointerType !== "touch" && hover(found(event)));
  frame.addEventListener("pointerleave", () => hover(null));
  frame.addEventListener("click", (event) => found(event) && store.set({ selected: found(event) }));
}

/** Wires the formula in `frame` to the store; `{renew()}` is called after the formula was typeset. */
export function createLooking(frame, formula, store, texts) {
  const layer = h("div", { class: "lights", "aria-hidden": "true" });
  const light = createLights(layer);
  const stop = new Stop(frame, store, texts);
  let parts = [];
  frame.prepend(layer);

  function relight() {
    const state = store.get();
    const spans = placesOf(state, litNode(state) ?? state.caret);
    light(parts.filter(({ span }) => isOneOf(spans, span)));
  }

  function renew() {
    parts = partsOf(formula, frame);
    stop.renew(parts);
    relight();
  }

  function found(event) {
    const { x, y } = placeIn(frame, event);
    const around = partsAround(parts, x, y);
    return around.reduce((id, { span }) => id ?? nodeAt(store.get(), span), null);
  }

  wirePointer(frame, store, found);
  new ResizeObserver(renew).observe(formula);
  document.fonts.addEventListener("loadingdone", renew);
  store.subscribe((now, before) => {
    if (LIT.some((key) => now[key] !== before[key])) relight();
  });
  return { renew };
}
