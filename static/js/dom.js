// The few helpers with which the panels build their elements.

/** An element with attributes (`on…` are listeners, `class`, `text`, the rest as they are) and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "text") element.textContent = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** Writes the text of an element that holds nothing else, where it differs: a text that is written is laid out anew. */
export function setText(element, text) {
  if (element.textContent === text) return;
  if (element.firstChild) element.firstChild.data = text; // the node stays
  else element.textContent = text;
}

/** Hides or shows an element, where it is not so already: an attribute that is set again is styled anew. */
export function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
