// One-click fixes: what the text becomes when a hint is taken. Pure.

import { isBlank, replaceSpan, spanText, utf16Span } from "./spans.js";

const ADVICE = /^(?:(?:Add|Write) (\S+)|(\S+) (?:추가|쓰기))$/;

/** The program text in a hint: all of it, or the code after "Add"; `null` for a sentence, which ends with a full stop. */
export function codeOf(hint) {
  const [whole, english, korean] = ADVICE.exec(hint.trim()) ?? [];
  if (whole) return english ?? korean;
  return /[.:。]$|[ㄱ-힣]|…|\.\.\.|\n/.test(hint.trim()) ? null : hint.trim() || null;
}

/** Notices of how a program was read: their hint is the other reading, and can always stand in the place of this one. */
const READINGS = ["implicit_product", "one_name", "elementwise_product", "shadowed_input", "negated_power", "constant_name"];

const CLOSING = /^[)\]}|]+$/;
const STATEMENT = /^\s*(?:(?:def|return|import|from|print)\b|[\p{L}_][\p{L}\p{N}_{}, ]*(?:\([^()]*\))?\s*(?:[-+*/@]|\*\*)?=(?!=))/u;
const COMMENT = /\s*(?:#.*)?$/;

function leadingName(text) {
  return /^[\p{L}_][\p{L}\p{N}_.]*/u.exec(text)?.[0] ?? text;
}

/** Replaces the unknown name at the head of the span, whether the span covers the name or its whole call. */
function renamed(source, [start], name, text) {
  const head = leadingName(text);
  return replaceSpan(source, [start, start + [...head].length], name);
}

/**
 * The UTF-16 offset at which a bracket that was opened at `start` would be closed: the end of the last line before one
 * that looks like a statement of its own, in front of a comment.
 */
export function closingPlace(source, start) {
  const lines = source.slice(start).split("\n");
  const next = lines.findIndex((line, i) => i > 0 && STATEMENT.test(line));
  const kept = next < 0 ? lines : lines.slice(0, next);
  while (kept.length > 1 && COMMENT.exec(kept.at(-1)).index === 0) kept.pop();
  const last = kept.pop();
  return start + kept.reduce((sum, line) => sum + line.length + 1, 0) + COMMENT.exec(last).index;
}

const lettersOf = (text) => new Set(text.match(/[\p{L}\p{N}]/gu));
const isOneSign = (text) => [...text].length === 1;

/**
 * Whether a hint can stand in the place of what it is about: it arranges anew what was written there and brings no
 * letters of its own. (`floor(a / b)` for `//` only shows how something is written.)
 */
export function replaces(code, covered) {
  if (code === covered) return false;
  if (isOneSign(code) && isOneSign(covered)) return true;
  const [mine, theirs] = [lettersOf(code), lettersOf(covered)];
  return [...mine].every((letter) => theirs.has(letter)) && mine.size > 0 === theirs.size > 0;
}

/**
 * What a problem's or notice's hint would make of the program: `{code, text}` with the code that is put in and the
 * whole new text, and `at` (a UTF-16 offset) where it only adds something; `null` when the hint is advice.
 */
export function fixFor({ code: kind, span, hint }, source) {
  if (!hint || !span) return null;
  const code = codeOf(hint);
  if (code === null) return null;
  const covered = spanText(source, span);
  if (kind === "unknown_function") return { code, text: renamed(source, span, code, covered) };
  if (CLOSING.test(code)) return closed(code, covered, span, source);
  const fits = READINGS.includes(kind) ? code !== covered : replaces(code, covered);
  return fits ? { code, text: replaceSpan(source, span, code) } : null;
}

function closed(code, covered, span, source) {
  if (CLOSING.test(covered) && covered !== code) return { code, text: replaceSpan(source, span, code) };
  const at = closingPlace(source, utf16Span(source, span)[0]);
  return { code, at, text: source.slice(0, at) + code + source.slice(at) };
}

/** The errors of a problem, each once, in the order of the text: several where several statements are wrong. */
export function errorsOf(problem) {
  if (!problem) return [];
  const errors = problem.errors?.length ? problem.errors : [problem];
  const once = [...new Map(errors.map((error) => [`${error.code} ${error.span} ${error.detail}`, error])).values()];
  return once.sort((one, other) => (one.span?.[0] ?? -1) - (other.span?.[0] ?? -1));
}

/** Where an error is marked: a span with nothing to see in it, such as a line's end, is a ghost at its start. */
export function markedSpan({ span }, source) {
  return span && isBlank(spanText(source, span)) ? [span[0], span[0]] : span;
}

/** Whether two notices of one kind at one place say the same. */
const keyOf = (notice) => `${notice.code} ${notice.span} ${notice.hint}`;

/** Notices once each: readings to confirm, statements that are skipped, and remarks. */
export function sortNotices(notices) {
  const once = [...new Map(notices.map((notice) => [keyOf(notice), notice])).values()];
  const isReading = (notice) => READINGS.includes(notice.code);
  const isSkipped = (notice) => notice.code === "ignored_statement";
  return {
    readings: once.filter(isReading),
    skipped: once.filter(isSkipped),
    remarks: once.filter((notice) => !isReading(notice) && !isSkipped(notice)),
  };
}

/** Line and column, from 1, of the place of a problem, as the server counts them. */
export function placeOf({ line, column }) {
  return Number.isInteger(line) && Number.isInteger(column) ? { line, column } : null;
}
