// Spans of the engine count Unicode code points; a text area counts UTF-16 units. The only place that converts. Pure.

const TWO_UNITS = /[\u{10000}-\u{10ffff}]/u;
let looked = { text: "", isPlain: true }; // the text that was looked at last: usually it is asked about again

/** Whether every code point of a text is one unit, so that both ways to count agree. */
function isPlain(text) {
  if (looked.text !== text) looked = { text, isPlain: !TWO_UNITS.test(text) };
  return looked.isPlain;
}

/** The UTF-16 offset of a code point offset, kept inside the text. */
export function utf16Offset(text, codePoints) {
  if (isPlain(text)) return Math.min(codePoints, text.length);
  let offset = 0;
  for (let count = 0; count < codePoints && offset < text.length; count += 1) {
    offset += text.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** A span of code points as a span of UTF-16 units. */
export function utf16Span(text, [start, end]) {
  return [utf16Offset(text, start), utf16Offset(text, end)];
}

/** A span of UTF-16 units, such as a selection, as a span of code points. */
export function codePointSpan(text, start, end) {
  const count = (offset) => (isPlain(text) ? Math.min(offset, text.length) : [...text.slice(0, offset)].length);
  return [count(start), count(end)];
}

/** The piece of text that a span of code points covers. */
export function spanText(text, span) {
  return text.slice(...utf16Span(text, span));
}

/** The text with the span of code points replaced; an empty span inserts. */
export function replaceSpan(text, span, replacement) {
  const [start, end] = utf16Span(text, span);
  return text.slice(0, start) + replacement + text.slice(end);
}

/** What differs between two texts, in UTF-16 units: `start` to `end` of the first became `text`. */
export function changeOf(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Where a place in a text has come to through a change of it; `null` when the change has met the place itself. */
export function carried({ start, end }, change) {
  if (end <= change.start) return { start, end };
  const shift = change.text.length - (change.end - change.start);
  return start >= change.end ? { start: start + shift, end: end + shift } : null;
}

/** `present` with what changed from `before` to `after`, though it has changed otherwise; `null` when both met. */
export function merged(before, after, present) {
  const { text, ...place } = changeOf(before, after);
  const now = carried(place, changeOf(before, present));
  return now && present.slice(0, now.start) + text + present.slice(now.end);
}

/** Whether there is nothing to see in a text. */
export const isBlank = (text) => text.trim() === "";

const within = (start, end, mark) => mark.start <= start && end <= mark.end;

const isGhost = (mark) => mark.start === mark.end;

/**
 * Cuts a text into pieces for the layer behind the text area: `{text, kinds}` for every stretch under the same marks,
 * and `{text: "", kinds: ["missing"]}` where a mark is empty. Marks are `{start, end, kind}` in UTF-16 units.
 */
export function segments(text, marks) {
  const cuts = new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])]);
  const offsets = [...cuts].sort((a, b) => a - b);
  return offsets.flatMap((start, i) => [
    ...marks.filter((mark) => isGhost(mark) && mark.start === start).map(() => ({ text: "", kinds: ["missing"] })),
    ...stretch(text, marks, start, offsets[i + 1]),
  ]);
}

function stretch(text, marks, start, end) {
  if (end === undefined) return [];
  const kinds = marks.filter((mark) => !isGhost(mark) && within(start, end, mark)).map((mark) => mark.kind);
  return [{ text: text.slice(start, end), kinds: [...new Set(kinds)] }];
}

/** The mark for a span of code points; `null` when there is no span. */
export function markFor(text, span, kind) {
  if (!span) return null;
  const [start, end] = utf16Span(text, span);
  return { start, end, kind };
}
