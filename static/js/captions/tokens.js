/** The parts of a caption. Pure. */

import { nameText } from "../names.js";
import { formatNumber, isFinite } from "../numbers.js";

export const token = (kind, text) => ({ kind, text });
/** A sign that stands close to what follows it, such as `tanh(`; and one that stands close to what it follows. */
export const opening = (text) => ({ kind: "number", text, opens: true });
export const closing = (text) => ({ kind: "number", text, closes: true });

export const gap = { kind: "gap", text: "" };

/** A number in its colour; violet where it is not finite. */
export function numberToken(kind, entry, text) {
  return token(isFinite(entry) ? kind : "alert", text);
}

/** A value with the page's digits. */
export function valueToken(entry, digits) {
  return numberToken("value", entry, formatNumber(entry, digits));
}

/** A node by its name; without one, by what it is. */
export function nodeName(node, t) {
  return node.name ? { kind: "name", name: node.name } : token("word", t("word.unnamed"));
}

/** The operand of a row in words: by its name, else by its place among the gate's operands, from 1. */
export function operandText(row, t) {
  if (row.name) return nameText(row.name);
  return row.target.operands.length === 1 ? t("word.operand.only") : t("word.operand", { k: row.slot + 1 });
}

/** The same as a token. */
export function operandName(row, t) {
  return row.name ? { kind: "name", name: row.name } : token("word", operandText(row, t));
}

const MARK = "\u0001";

/** The sentence `key`, cut into words and the tokens that stand for its place-holders. */
export function rich(t, key, tokens) {
  const marks = Object.fromEntries(Object.keys(tokens).map((name) => [name, `${MARK}${name}${MARK}`]));
  const pieces = t(key, marks).split(MARK).map((piece, i) => (i % 2 ? tokens[piece] : token("word", piece.trim())));
  return pieces.filter(({ kind, text }) => kind !== "word" || text);
}
