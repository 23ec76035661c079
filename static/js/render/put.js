/** Writes into drawings only what is not there already: for a browser a path that is set again is a new path. */

const valueOf = (value, item) => (typeof value === "function" ? value(item) : value);

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** Sets attributes, each a value or a function of an element's item, where they differ; gives the selection. */
export function put(selection, attributes) {
  const entries = Object.entries(attributes);
  return selection.each(function set(item) {
    for (const [name, value] of entries) setAttribute(this, name, valueOf(value, item));
  });
}

/** Sets the texts of elements that hold nothing else, where they differ. */
export function putText(selection, text) {
  return selection.each(function set(item) {
    const next = String(valueOf(text, item) ?? "");
    if (this.textContent === next) return;
    if (this.firstChild) this.firstChild.data = next; // the node stays, and only its text is laid out anew
    else this.textContent = next;
  });
}
