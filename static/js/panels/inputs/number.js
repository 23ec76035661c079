// A number that can be typed, nudged with the arrows and dragged sideways: one text field with a dashed underline.

import { h } from "../../dom.js";
import { nudged, parseNumber, parseValue } from "../../values.js";
import { makeScrubbable } from "./scrub.js";

const ARROWS = { ArrowUp: 1, ArrowDown: -1 };

function createField(label, describedBy) {
  return h("input", {
    class: "num v scrub", type: "text", inputmode: "text", autocomplete: "off", spellcheck: "false",
    "aria-label": label, "aria-describedby": describedBy,
  });
}

/**
 * `give(number)` is called with each new number, `paste(value)` with an array that was pasted or typed into the
 * field; `isWhole()` says whether the number only makes sense as a whole one; `refuse(text, shown)` is called with what was
 * left in the field and is no number, and with what stands there again.
 */
export class NumberField {
  #give;
  #paste;
  #isWhole;
  #refuse;
  #number = 0;
  #text = "";
  #edited = false;

  constructor({ label, describedBy, give, paste, refuse, isWhole = () => false }) {
    this.#give = give;
    this.#paste = paste;
    this.#isWhole = isWhole;
    this.#refuse = refuse;
    this.element = createField(label, describedBy);
    this.#listen();
    makeScrubbable(this.element, () => this.#number, (number) => this.#change(number));
  }

  /** Shows `number` as `text`, unless another is being typed. */
  show(text, number) {
    this.#text = text;
    this.#number = number;
    this.element.title = String(number);
    if (!this.#edited && this.element.value !== text) this.element.value = text;
  }

  #listen() {
    const field = this.element;
    field.addEventListener("input", () => this.#typed());
    field.addEventListener("keydown", (event) => this.#pressed(event));
    field.addEventListener("paste", (event) => this.#pasted(event));
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", () => this.#edited && this.#commit());
  }

  #change(number) {
    this.#number = this.#isWhole() ? Math.round(number) : number;
    this.#give(this.#number);
  }

  #typed() {
    this.#edited = true;
    const number = parseNumber(this.element.value);
    this.element.setAttribute("aria-invalid", String(number === null));
    if (number !== null) this.#change(number);
  }

  #restore() {
    this.#edited = false;
    this.element.value = this.#text;
    this.element.removeAttribute("aria-invalid");
  }

  #commit() {
    const typed = this.element.value.trim();
    const isNumber = parseNumber(typed) !== null;
    const value = isNumber ? null : parseValue(typed);
    const edited = this.#edited;
    this.#restore();
    if (value !== null) this.#paste(value);
    else if (edited && !isNumber) this.#refuse(typed, this.#text);
  }

  #pressed(event) {
    if (event.key in ARROWS) this.#nudge(event);
    else if (event.key === "Escape") this.#restore();
    else if (event.key === "Enter") {
      this.#commit();
      this.element.select();
    }
  }

  #nudge(event) {
    event.preventDefault();
    this.#edited = false;
    this.#change(nudged(this.#number, ARROWS[event.key], event, this.#isWhole()));
  }

  #pasted(event) {
    const value = parseValue(event.clipboardData.getData("text"));
    if (!Array.isArray(value)) return;
    event.preventDefault();
    this.#paste(value);
  }
}
