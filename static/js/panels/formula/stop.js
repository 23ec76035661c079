// One tab stop for the whole formula: arrow keys move it from part to part, Enter opens the gate of its part.

import { gateLabel, inputLabel } from "../../describe.js";
import { h, setHidden, setText } from "../../dom.js";
import { nodeAt } from "../../places.js";
import { spanText } from "../../spans.js";
import { timeline } from "../../steps.js";
import { placeOver } from "./parts.js";

const NAMED = ["answer", "step", "digits", "language", "reading"];

const around = (parts, at) => parts.slice(0, at).findLastIndex(({ element }) => element.contains(parts[at].element));
const inside = (parts, at) => (parts[at].element.contains(parts[at + 1]?.element ?? null) ? at + 1 : -1);

/** Where each key goes from the part at an index; -1 is nowhere. */
const KEYS = {
  ArrowRight: (parts, at) => (at + 1 < parts.length ? at + 1 : -1),
  ArrowLeft: (parts, at) => at - 1,
  ArrowUp: around,
  ArrowDown: inside,
  Home: () => 0,
  End: (parts) => parts.length - 1,
};

/** A part in words: its text and its gate, or the input. */
function labelOf(state, { span }, id, t) {
  if (timeline(state.answer).nodes.get(id).kind !== "gate") return inputLabel(state, id, t);
  return `${spanText(state.source, span).replace(/\s+/g, " ")}, ${gateLabel(state, id, t)}`;
}

/** The stop in `frame`. */
export class Stop {
  #frame;
  #store;
  #t;
  #help = h("span", { id: "formula-keys", hidden: true });
  #button = h("button", { type: "button", class: "part", hidden: true, "aria-describedby": "formula-keys" });
  #parts = [];
  #at = 0;

  constructor(frame, store, { t }) {
    [this.#frame, this.#store, this.#t] = [frame, store, t];
    const isStop = (element) => Boolean(element?.matches(".part"));
    frame.append(this.#help, this.#button);
    frame.addEventListener("keydown", (event) => this.#pressed(event));
    frame.addEventListener("focusin", () => store.set({ hovered: this.#node() }));
    frame.addEventListener("focusout", (event) => !isStop(event.relatedTarget) && store.set({ hovered: null }));
    frame.addEventListener("click", (event) => isStop(event.target) && store.set({ selected: this.#node() }));
    store.subscribe((now, before) => {
      if (NAMED.some((key) => now[key] !== before[key])) this.#name();
    });
  }

  /** Takes the parts of a formula that was typeset, or placed, anew. */
  renew(parts) {
    this.#parts = parts;
    this.#at = Math.min(this.#at, Math.max(parts.length - 1, 0));
    this.#name();
  }

  #node() {
    const part = this.#parts[this.#at];
    return part ? nodeAt(this.#store.get(), part.span) : null;
  }

  /** Puts the button over its part, and names it. */
  #name() {
    const [id, part] = [this.#node(), this.#parts[this.#at]];
    setHidden(this.#button, id === null);
    setText(this.#help, this.#t("formula.keys"));
    if (id === null) return;
    placeOver(this.#button, part);
    this.#button.setAttribute("aria-label", labelOf(this.#store.get(), part, id, this.#t));
  }

  #pressed(event) {
    if (event.target !== this.#button || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const known = this.#parts.filter(({ span }) => nodeAt(this.#store.get(), span));
    const next = known[KEYS[event.key](known, known.indexOf(this.#parts[this.#at]))];
    if (next) this.#go(next);
  }

  /** A new button takes the place of the old one, so that its name is read out. */
  #go(part) {
    const old = this.#button;
    this.#at = this.#parts.indexOf(part);
    this.#button = old.cloneNode();
    this.#name();
    this.#frame.append(this.#button);
    this.#button.focus();
    old.remove();
  }
}
