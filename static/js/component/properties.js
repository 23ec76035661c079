// The properties of the element: each stands for the attribute of its name, as those of HTML's own elements do.

import { FIELDS, fieldsOf, textOf } from "./fields.js";

const NATIVE = ["lang", "title"]; // which every element has
const NAMES = [...FIELDS, "width", "height"].filter((name) => !NATIVE.includes(name));

const READERS = {
  inputs: (text) => fieldsOf({ inputs: text }).inputs ?? {},
  readonly: (text) => text !== null,
};

const WRITERS = { readonly: (value) => (value ? "" : null) };

function property(name) {
  const [read, write] = [READERS[name] ?? ((text) => text), WRITERS[name] ?? textOf];
  return {
    configurable: true,
    enumerable: true,
    get() {
      return read(this.getAttribute(name));
    },
    set(value) {
      const text = write(value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
  };
}

export const PROPERTIES = Object.fromEntries(NAMES.map((name) => [name, property(name)]));

/** Hands on to the properties what a page has set on `element` before it knew them. */
export function upgrade(element) {
  for (const name of NAMES) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
