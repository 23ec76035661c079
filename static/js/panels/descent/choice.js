// Which inputs are parameters: a box to tick for each.

import { h } from "../../dom.js";
import { nameElement } from "../../names.js";
import { candidates, parametersOf } from "./parameters.js";

/** Boxes for the inputs that have a gradient; `show(state)` ticks those that the next step moves. */
export function createChoice(store, t) {
  const title = h("h3", { class: "eyebrow", id: "descent-parameters" });
  const list = h("div", { class: "boxes", role: "group", "aria-labelledby": "descent-parameters" });
  let shown = "";

  function choose() {
    const ticked = [...list.querySelectorAll("input:checked")];
    store.set({ parameters: ticked.map((box) => box.value) });
  }

  function boxFor(name) {
    const input = h("input", { type: "checkbox", value: name, "aria-label": name, onchange: choose });
    return h("label", { class: "pick" }, input, nameElement(name));
  }

  return {
    element: h("div", {}, title, list),
    show(state) {
      const names = candidates(state.answer);
      const chosen = parametersOf(state);
      title.textContent = t("descent.parameters");
      if (shown !== names.join()) list.replaceChildren(...names.map(boxFor));
      shown = names.join();
      for (const input of list.querySelectorAll("input")) input.checked = chosen.includes(input.value);
    },
  };
}
