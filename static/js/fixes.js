// One-click fixes: what the text becomes when a hint is taken. Pure.

import { replaceSpan, spanText, utf16Span } from "./spans.js";

const ADVICE = /^(?:(?:Add|Write) (\S+)|(\S+) (?:추가|쓰기))$/;

/** The program text in a hint: all of it, or the code after "Add"; `null` for a sentence, which ends with a full stop. */
export function codeOf(hint) {
  const [whole, english, korean] = ADVICE.exec(hint.trim()) ?? [];
  if (whole) return english ?? korean;
  return /[.:。]$|[ㄱ-힣]|…|\.\.\.|\n/.test(hint.trim()) ? null : hint.trim() || null;
}

const CLOSING = /^[)\]}|]+$/;

function leadingName(text) {
  return /^[\p{L}_][\p{L}\p{N}_.]*/u.exec(text)?.[0] ?? text;
}

/** Replaces the unknown name at the head of the span, whether the span covers the name or its whole call. */
function renamed(source, [start], name, text) {
  const head = leadingName(text);
  return replaceSpan(source, [start, start + [...head].length], name);
}

function insertion(source, code) {
  return source.trimEnd() + code;
}

/**
 * What a problem's or notice's hint would make of the program: `{code, text}` with the code that is put in and the
 * whole new text, or `null` when the hint is advice rather than program text.
 */
export function fixFor({ code: kind, span, hint }, source) {
  if (!hint || !span) return null;
  const code = codeOf(hint);
  if (code === null) return null;
  const covered = spanText(source, span);
  if (kind === "unknown_function") return { code, text: renamed(source, span, code, covered) };
  if (CLOSING.test(code) && !CLOSING.test(covered)) return { code, adds: true, text: insertion(source, code) };
  return covered === code ? null : { code, text: replaceSpan(source, span, code) };
}

/** Whether two notices of one kind at one place say the same. */
const keyOf = (notice) => `${notice.code} ${notice.span} ${notice.hint}`;

const READINGS = ["implicit_product", "one_name", "elementwise_product", "shadowed_input"];

/** Notices once each: readings to confirm apart from remarks. */
export function sortNotices(notices) {
  const once = [...new Map(notices.map((notice) => [keyOf(notice), notice])).values()];
  const isReading = (notice) => READINGS.includes(notice.code);
  return { readings: once.filter(isReading), remarks: once.filter((notice) => !isReading(notice)) };
}

/** Line and column, from 1, of the place of a problem, as the server counts them. */
export function placeOf({ line, column }) {
  return Number.isInteger(line) && Number.isInteger(column) ? { line, column } : null;
}

/** The UTF-16 selection that shows a problem in the text area. */
export const selectionFor = (problem, source) => (problem.span ? utf16Span(source, problem.span) : null);
