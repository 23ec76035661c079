/** What makes a drawing a control: a role, a name, and whether it is the chosen one. */

import { put } from "./put.js";

/** Gives every element of a selection the attributes of a button; its items have a `label` and, where wires lead, `wires` in words. */
export function asButtons(selection) {
  return put(selection, {
    "data-id": (item) => item.id,
    role: "button",
    "aria-label": (item) => item.label,
    "aria-description": (item) => item.wires ?? null,
    "aria-pressed": (item) => String(item.selected),
  });
}

/** Marks what is new in a join as controls that wait for the roving tab stop. */
export function waiting(entered) {
  return entered.attr("tabindex", -1);
}
