// The whole state in the address: /?expression=(x+%2B+y)+z&inputs=x:-2,y:5,z:-4. Readable, and nothing but text. Pure.
//
// inputs      name:value pairs; a matrix is ((0.1,0.5),(-0.3,0.8)), or with square brackets; a random one is
//             normal(10x3072) or uniform(4x4;seed 7); JSON is read, too
// the rest    step, select, digits, precision, constants, fold, unfold, upstream, panel, parameters, rate, lang, theme: left out where they are as usual

import { initialState } from "./store.js";
import { parseNumber } from "./values.js";

const READABLE = { "%20": "+", "%3A": ":", "%2C": ",", "%2F": "/", "%3D": "=", "%40": "@", "%3B": ";" };

/** Percent-encoded, but for what stays readable and safe in a query. */
function escapeText(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text).replace(/%(20|3A|2C|2F|3D|40|3B)/g, (code) => READABLE[code]);
}

const numberText = (number) => String(Object.is(number, -0) ? 0 : number).replace("e+", "e");

function randomText({ random, shape, seed }) {
  return `${random}(${shape.join("x")}${seed ? `;${seed}` : ""})`;
}

function valueText(value) {
  if (Array.isArray(value)) return `(${value.map(valueText).join(",")})`;
  return typeof value === "number" ? numberText(value) : randomText(value);
}

const inputsText = (inputs) => Object.entries(inputs).map(([name, value]) => `${name}:${valueText(value)}`).join(",");

const namesText = (names) => (Array.isArray(names) ? names.join(",") || null : (names ?? null));

/** The text of a value, or `null` where it is as usual. */
const unusual = (value, usual, write = String) => (value === usual ? null : write(value));

/** The entries of the address, in the order in which they are written; `null` is left out. */
export function fields(state) {
  return {
    expression: state.source,
    inputs: inputsText(state.inputs) || null,
    upstream: unusual(state.upstream, null, valueText),
    constants: unusual(state.constants, "absorbed"),
    fold: namesText(state.fold),
    unfold: namesText(state.unfold),
    digits: unusual(state.digits, 2),
    precision: unusual(state.precision, "rounded"),
    panel: unusual(state.panel, initialState.panel),
    parameters: unusual(state.parameters, null),
    rate: unusual(state.rate, initialState.rate, numberText),
    select: state.selected,
    step: unusual(state.step, null),
    theme: unusual(state.theme, "auto"),
    lang: state.language,
  };
}

/** The query that holds these entries, without its question mark. */
export function encodeFields(entries) {
  const pairs = Object.entries(entries).filter(([, text]) => text !== null && text !== undefined);
  const query = pairs.map(([key, text]) => `${key}=${escapeText(text)}`).join("&");
  return query.replace(/[).,;:!'*]$/, (last) => `%${last.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The query for a state. `step` and `language` are null where they are as usual. */
export const encodeState = (state) => encodeFields(fields(state));

/** Cuts at commas that stand outside all brackets. */
function topLevel(text) {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

const RANDOM = /^(normal|uniform)\((\d+(?:x\d+)*)(?:;(\d+))?\)$/;

function readRandom(text) {
  const [, random, sizes, seed] = RANDOM.exec(text) ?? [];
  return random ? { random, shape: sizes.split("x").map(Number), seed: Number(seed ?? 0) } : undefined;
}

const isValue = (value) =>
  Array.isArray(value) ? value.every(isValue) : typeof value === "number" && Number.isFinite(value);

function readList(text) {
  const value = readJson(text.replace(/\(/g, "[").replace(/\)/g, "]"));
  return isValue(value) ? value : undefined;
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value from the address; `undefined` when it cannot be read. */
function readValue(text) {
  return readRandom(text) ?? readList(text);
}

function isRandomSpec(value) {
  return ["normal", "uniform"].includes(value?.random) && Array.isArray(value.shape) && value.shape.every(Number.isInteger);
}

function readPair(pair) {
  const colon = pair.indexOf(":");
  return [pair.slice(0, colon).trim(), colon > 0 ? readValue(pair.slice(colon + 1).trim()) : undefined];
}

function readInputs(text) {
  const json = text.startsWith("{") ? readJson(text) : null;
  const entries = json ? Object.entries(json) : topLevel(text).map(readPair);
  const usable = entries.filter(([, value]) => value !== undefined && (isValue(value) || isRandomSpec(value)));
  return Object.fromEntries(usable);
}

const whole = (most) => (text) => (/^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : undefined);
const oneOf = (...allowed) => (text) => (allowed.includes(text) ? text : undefined);
const nodeId = (text) => (/^(branch:)?n\d{1,7}$/.test(text) ? text : undefined);

const isName = (name) => /^[a-z0-9_]{1,30}$/.test(name);
const readNames = (text) => (text === "all" ? text : text.split(",").filter((name) => name !== "none" && isName(name)));

/** The panels of a circuit that is explored in a frame. */
export const PANELS = ["inputs", "gate"];

const readPanels = (text) => (text === "all" ? PANELS : text.split(",").filter((name) => PANELS.includes(name)));
const TRUTHS = new Map([["", true], ["1", true], ["true", true], ["0", false], ["false", false]]);
const readTruth = (text) => TRUTHS.get(text);

function readRate(text) {
  const rate = parseNumber(text);
  return rate > 0 ? rate : undefined;
}

const READERS = {
  expression: ["source", (text) => text],
  inputs: ["inputs", readInputs],
  upstream: ["upstream", readValue],
  constants: ["constants", oneOf("absorbed", "nodes")],
  fold: ["fold", readNames],
  unfold: ["unfold", readNames],
  digits: ["digits", whole(6)],
  panel: ["panel", oneOf("inputs", "descent", "check")],
  parameters: ["parameters", (text) => text.split(",").filter(Boolean)],
  rate: ["rate", readRate],
  precision: ["precision", oneOf("rounded", "full")],
  select: ["selected", nodeId],
  step: ["step", whole(1e7)],
  theme: ["theme", oneOf("auto", "light", "dark")],
  lang: ["language", oneOf("en", "ko")],
  mode: ["mode", oneOf("view", "step", "explore")], // this one and the next ones are for a circuit in a frame
  panels: ["panels", readPanels],
  readonly: ["readonly", readTruth],
};

/** What an address says: the part of the state that it names; whatever cannot be read is left out. */
export function decodeState(query) {
  const state = {};
  for (const [key, text] of new URLSearchParams(query)) {
    const [field, read] = Object.hasOwn(READERS, key) ? READERS[key] : [];
    const value = read?.(text);
    if (value !== undefined) state[field] = value;
  }
  return state;
}

/** Longest query that every server and proxy on the way takes; beyond it the state stands after a `#`. */
const LONGEST_QUERY = 4000;

/** The address, relative to the page, for a query. */
export const hrefFor = (query) => (query.length > LONGEST_QUERY ? `#${query}` : `?${query}`);

/** The query that an address holds, wherever it stands. */
export const queryOf = ({ search, hash }) => (hash.includes("expression=") ? hash.slice(1) : search.slice(1));

/** The address that opens a program with its inputs and nothing else out of the ordinary. */
export const addressOf = (entry) => `/${hrefFor(encodeState({ ...initialState, language: null, ...entry }))}`;
