/** The button that folds the part that a gate belongs to, or shows what a composite stands for. */

import { h } from "../../dom.js";
import { groupOf } from "../../folding.js";
import { foldPatch } from "../../interact/folding.js";

function button({ store }, id, text) {
  const fold = () => {
    const patch = foldPatch(store.get(), id);
    if (patch) store.set(patch);
  };
  return h("button", { type: "button", class: "btn s", "data-name": "fold", text, onclick: fold });
}

/** The button of a gate that can be folded or unfolded; nothing for any other. */
export function foldingElements(context, { id }) {
  const { answer, t } = context;
  if (!foldPatch(context, id)) return [];
  const group = groupOf(answer, id);
  return [button(context, id, t(group ? `fold.${group.gate}` : "fold.unfold"))];
}
