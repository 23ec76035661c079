/** The one line under a circuit that stands by itself: transport, caption, and where the circuit came from. */

import { h, s } from "../dom.js";
import { createCaption } from "../panels/stepper/caption.js";
import { createTransport } from "../panels/stepper/transport.js";
import { applyTexts } from "../texts.js";

const BUTTONS = ["start", "back", "play", "next"];

/** The arrow of a link that leads out of the frame. */
const arrow = () => s("svg", { class: "ic", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: "M5 11 12 4M6.5 4H12v5.5" }));

/** A link whose address is made when somebody is about to use it: it opens what is shown then. */
function createLink(address) {
  const labels = { "data-t-label": "stage.link", "data-t-title": "stage.link" };
  const element = h("a", { class: "source", href: address(), target: "_blank", rel: "noopener", ...labels }, "Chainrule", arrow());
  const renew = () => (element.href = address());
  for (const type of ["pointerover", "focus", "click"]) element.addEventListener(type, renew);
  return element;
}

/** Fills `element`; `link()` gives the address of the circuit as it is shown, if there is one. */
export function createFooter(element, store, texts, link) {
  const transport = h("div", { class: "transport", role: "group", "data-t-label": "stepper.title" });
  const caption = h("div", { class: "caption" });
  element.replaceChildren(transport, caption, ...(link ? [createLink(link)] : []));
  createTransport(transport, store, texts, { names: BUTTONS, hasSpeed: false });
  createCaption(caption, store, texts, { brief: true });
  applyTexts(element, texts);
  store.subscribe((state, before) => state.language !== before.language && applyTexts(element, texts));
}
