/** The stepper: transport, tape and caption for one forward and one backward pass. */

import { h } from "../dom.js";
import { applyTexts } from "../texts.js";
import { createKeyboard } from "../interact/keyboard.js";
import { createCaption } from "./stepper/caption.js";
import { createPlayer } from "./stepper/player.js";
import { createTapePanel } from "./stepper/tape.js";
import { createTransport } from "./stepper/transport.js";

/** Fills `element` with the stepper of the store's circuit, and listens to the stepping keys of the page. */
export function createStepper(element, store, texts) {
  const transport = h("div", { class: "transport", role: "group", "data-t-label": "stepper.title" });
  const tape = h("div", { class: "tapebox" });
  const caption = h("div", { class: "caption" });
  element.classList.add("stepper");
  element.replaceChildren(transport, tape, caption);
  createTransport(transport, store, texts);
  createTapePanel(tape, store, texts);
  createCaption(caption, store, texts);
  createPlayer(store);
  createKeyboard(store);
  applyTexts(element, texts);
  return store.subscribe((state, before) => state.language !== before.language && applyTexts(element, texts));
}
