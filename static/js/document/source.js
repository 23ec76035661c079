// The program as it was written; the part of the gate that is looked at is lit.

import { h } from "../dom.js";
import { litNode, placesOf } from "../places.js";
import { markFor, segments } from "../spans.js";
import { scrollByKeys } from "./scroll.js";

const LIT = ["hovered", "step", "stepped", "answer", "reading"];
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g; // would turn the direction of the text around them

const piece = ({ text, kinds }) => (kinds.length ? h("mark", { class: kinds.join(" "), text }) : text);

/** Fills `element`. */
export function createSource(element, store) {
  function light(state) {
    const source = state.source.replace(TURNING, "\ufffd");
    const marks = placesOf(state, litNode(state)).map((span) => markFor(source, span, "lit"));
    element.replaceChildren(...segments(source, marks).map(piece));
  }

  scrollByKeys(element);
  store.subscribe((now, before) => {
    if (LIT.some((key) => now[key] !== before[key])) light(now);
  });
}
