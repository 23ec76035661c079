// <chainrule-circuit>: a circuit on any page. What the page says by attributes, properties and `setState` is one state. The
// frame is told of it by messages, and tells by messages what its readers make of it.

import { createPatience, fillNote, titleOf } from "./fallback.js";
import { FIELDS, beginning, fieldsOf, lengthOf, textsOf } from "./fields.js";
import { createFrame } from "./frame.js";
import { PROPERTIES, upgrade } from "./properties.js";
import { createStyle } from "./style.js";

const SIZES = ["width", "height"];
const EVENTS = ["ready", "change", "step"];
const USUAL_HEIGHT = 320;
const [LEAST, MOST] = [80, 4000]; // pixels that a frame may ask for

/** The parts in the shadow of an element: a `box` around all, a `note` for where the page puts nothing. */
function createParts(document) {
  const [box, instead, slot, note] = ["div", "div", "slot", "p"].map((tag) => document.createElement(tag));
  [instead.className, note.className] = ["instead", "note"];
  slot.append(note);
  instead.append(slot);
  box.append(instead);
  return { box, note };
}

export class ChainruleCircuit extends HTMLElement {
  static page = ""; // the address of all frames, without a circuit
  static observedAttributes = [...FIELDS, ...SIZES, "title"];

  #state = {}; // as last known
  #unsaid = {}; // what of it the frame has not been told
  #frame = null;
  #view = "waiting"; // until the frame says something; "away" where nothing comes
  #asked = USUAL_HEIGHT; // pixels, by the frame
  #parts = createParts(this.ownerDocument);
  #fit = null;
  #endPatience = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#parts.box);
  }

  connectedCallback() {
    upgrade(this);
    this.#fit ??= createStyle(this.shadowRoot);
    const { address, left } = beginning(ChainruleCircuit.page, this.#state);
    this.#unsaid = left;
    this.#frame = createFrame(this.#parts.box, address, (message) => this.#hear(message));
    this.#endPatience = createPatience(this, () => this.#view === "waiting" && this.#show("away"));
    this.#show("waiting");
  }

  disconnectedCallback() {
    this.#endPatience();
    this.#frame.remove();
    this.#frame = null;
  }

  /** Moved by `moveBefore`, which keeps the frame as it is. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, _before, text) {
    if (FIELDS.includes(name)) this.setState({ [name]: text });
    this.#renew();
  }

  /** What is shown, as far as it is known: the fields of the address, and `value`, the output's. */
  getState() {
    return structuredClone(this.#state);
  }

  /** Shows the circuit with some fields changed; they are texts as in attributes, or values, or `null` for as usual. */
  setState(patch) {
    const fields = fieldsOf(patch);
    Object.assign(this.#state, fields);
    Object.assign(this.#unsaid, fields);
    queueMicrotask(() => this.#tell()); // attributes that change together are told together
  }

  focus(options) {
    this.#frame?.element.focus(options);
  }

  #tell() {
    if (this.#view !== "shown" || !Object.keys(this.#unsaid).length) return;
    this.#frame?.send("set", textsOf(this.#unsaid));
    this.#unsaid = {};
  }

  #hear({ type, state, height }) {
    if (type === "height" && height > 0) this.#asked = Math.min(Math.max(height, LEAST), MOST);
    if (EVENTS.includes(type)) Object.assign(this.#state, Object(state), this.#unsaid);
    const isNew = this.#view !== "shown"; // also when it is a program with mistakes, whose frame is never ready
    if (isNew || type === "height") this.#show("shown");
    this.#tell();
    if (!EVENTS.includes(type)) return;
    this.dispatchEvent(new CustomEvent(type, { detail: this.getState(), bubbles: true, composed: true }));
  }

  #show(view) {
    this.#view = view;
    this.#renew();
  }

  /** Brings everything that is seen of the element itself up to date. */
  #renew() {
    if (!this.#frame) return;
    const isAway = this.#view === "away";
    const [width, height] = [this.getAttribute("width"), this.getAttribute("height")];
    this.#fit({ width: lengthOf(width, "100%"), height: lengthOf(height, `${this.#asked}px`), isAway });
    this.#parts.box.className = `box ${this.#view}`;
    this.#frame.element.title = titleOf(this, this.#state.expression);
    fillNote(this.#parts.note, this, this.#state.expression, isAway);
  }
}

Object.defineProperties(ChainruleCircuit.prototype, PROPERTIES);
