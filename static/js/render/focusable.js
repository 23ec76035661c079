/** What makes a drawing a control: a role, a name, and whether it is the chosen one. */

/** Gives every element of a selection the attributes of a button named by `label(item)`. */
export function asButtons(selection, label) {
  return selection
    .attr("data-id", (item) => item.id)
    .attr("role", "button")
    .attr("aria-label", label)
    .attr("aria-pressed", (item) => String(item.selected));
}

/** Marks what is new in a join as controls that wait for the roving tab stop. */
export function waiting(entered) {
  return entered.attr("tabindex", -1);
}
