// What the attributes of <chainrule-circuit> say, as texts and as values; the names are those of the address. Pure.

import { decodeState, encodeFields } from "../address.js";

/** What says which circuit is shown, and how. */
export const FIELDS = [
  "expression", "inputs", "mode", "fold", "unfold", "constants", "upstream", "digits", "step", "theme", "lang", "panels", "readonly",
];

const isNames = (value) => Array.isArray(value) && value.every((entry) => typeof entry === "string");

/** A value as an attribute or the address spells it; `null` where there is nothing to say. */
export function textOf(value) {
  if (value === null || value === undefined || value === false) return null;
  if (isNames(value)) return value.join(",");
  try {
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  } catch {
    return null; // what holds itself, or what is no number of JSON
  }
}

/** The value that the text of a field has, as the frame reads it; `null` where it cannot be read. */
function valueOf(name, text) {
  const [value = null] = text === null ? [] : Object.values(decodeState(new URLSearchParams({ [name]: text })));
  return value;
}

/** The fields among the entries of `patch`, with values that can be shown; `null` for those to be as usual. */
export function fieldsOf(patch) {
  const known = Object.entries(Object(patch)).filter(([name]) => FIELDS.includes(name));
  return Object.fromEntries(known.map(([name, value]) => [name, valueOf(name, textOf(value))]));
}

/** The fields as texts. */
export const textsOf = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value)]));

/** The address of the frame of `page` that shows `state`. */
export const addressOf = (page, state) => `${page}?${encodeFields(textsOf(fieldsOf(state)))}`;

const LONGEST = 6000; // signs of an address that every server and proxy on the way takes

/** The address that a frame of `page` for `state` begins with, and what is `left` to be told to it. */
export function beginning(page, state) {
  const address = addressOf(page, state);
  if (address.length <= LONGEST) return { address, left: {} };
  const { mode, panels, readonly, theme, lang } = state;
  return { address: addressOf(page, { expression: "x", mode, panels, readonly, theme, lang }), left: fieldsOf(state) };
}

const LENGTH = /^\s*(\d+(?:\.\d+)?)(px|%|r?em|ch|v[wh])?\s*$/;

/** A length of CSS out of an attribute, where a number alone is in pixels; else the `usual` one. */
export function lengthOf(text, usual) {
  const [, number, unit = "px"] = LENGTH.exec(text ?? "") ?? [];
  return Number(number) > 0 ? number + unit : usual;
}
