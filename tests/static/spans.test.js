import assert from "node:assert/strict";
import { test } from "node:test";
import { carried, changeOf, isBlank, markFor, merged, replaceSpan, segments, spanText, utf16Offset, utf16Span } from "../../static/js/spans.js";

test("a character outside the basic plane is one code point and two UTF-16 units", () => {
  const text = "𝑥+θ";
  assert.equal(utf16Offset(text, 1), 2);
  assert.deepEqual(utf16Span(text, [1, 3]), [2, 4]);
  assert.equal(spanText(text, [0, 1]), "𝑥");
  assert.equal(spanText(text, [2, 3]), "θ");
});

test("an offset beyond the end stays at the end", () => {
  assert.equal(utf16Offset("ab", 7), 2);
});

test("replacing counts in code points, and an empty span inserts", () => {
  assert.equal(replaceSpan("𝑥*y", [2, 3], "z"), "𝑥*z");
  assert.equal(replaceSpan("(x", [2, 2], ")"), "(x)");
});

test("segments cover the text once, in order, and carry every mark above them", () => {
  const text = "1/2x+ab";
  const marks = [{ start: 0, end: 4, kind: "doubt" }, { start: 2, end: 7, kind: "lit" }];
  const pieces = segments(text, marks);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(pieces.map((piece) => piece.kinds), [["doubt"], ["doubt", "lit"], ["lit"]]);
});

test("an empty mark becomes a ghost at its place, also at the end of the text", () => {
  assert.deepEqual(segments("(x", [{ start: 2, end: 2, kind: "bad" }]), [
    { text: "(x", kinds: [] },
    { text: "", kinds: ["missing"] },
  ]);
});

test("a text without marks is one piece", () => {
  assert.deepEqual(segments("x", []), [{ text: "x", kinds: [] }]);
});

test("a mark stands in UTF-16 units; without a span there is none", () => {
  assert.deepEqual(markFor("𝑥y", [1, 2], "bad"), { start: 2, end: 3, kind: "bad" });
  assert.equal(markFor("xy", null, "bad"), null);
});

test("what differs is told with its place", () => {
  assert.deepEqual(changeOf("a = (x\nb", "a = (x)\nb"), { start: 6, end: 6, text: ")" });
  assert.deepEqual(changeOf("1/2x", "1/(2x)"), { start: 2, end: 4, text: "(2x)" });
  assert.deepEqual(changeOf("x", "x"), { start: 1, end: 1, text: "" });
  assert.deepEqual(changeOf("aa", "a"), { start: 1, end: 2, text: "" });
});

test("a place is carried through a change that has not met it", () => {
  const change = changeOf("a b c", "a bbb c");
  assert.deepEqual(carried({ start: 0, end: 1 }, change), { start: 0, end: 1 });
  assert.deepEqual(carried({ start: 4, end: 5 }, change), { start: 6, end: 7 });
  assert.equal(carried({ start: 2, end: 4 }, changeOf("a b c", "a x c")), null);
});

test("two changes of one text are put together, unless they meet", () => {
  assert.equal(merged("sin x + cos y", "sin x + cos(y)", "sin(x) + cos y"), "sin(x) + cos(y)");
  assert.equal(merged("sin x + cos y", "sin(x) + cos y", "sin x + cos(y)"), "sin(x) + cos(y)");
  assert.equal(merged("sin x", "sin(x)", "sine"), null);
});

test("blank is what has nothing to see", () => {
  assert.ok(isBlank(" \n") && isBlank(""));
  assert.ok(!isBlank(" x"));
});
