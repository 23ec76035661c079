import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import katex from "katex";
import { isTrusted } from "../../static/js/math.js";

const ROWS = JSON.parse(readFileSync(new URL("./fixtures/marked.json", import.meta.url), "utf8"));
const TAG = /<span[^>]*>|<\/span>/g;
const MARK = /^<span class="enclosing[ "]/;

/** The drawn half of what KaTeX makes of a formula; in a fraction, where nothing is cut into pieces for line breaks. */
function drawn(latex, options = {}) {
  const whole = `\\frac{${latex}}{2}`;
  const html = katex.renderToString(whole, { displayMode: true, throwOnError: true, trust: isTrusted, strict: "ignore", ...options });
  return html.slice(html.indexOf('<span class="katex-html"'));
}

/** The same without the elements of the marks. */
function withoutMarks(html) {
  const open = [];
  return html.replace(TAG, (tag) => {
    if (tag !== "</span>") open.push(MARK.test(tag));
    const isMark = tag === "</span>" ? open.pop() : open.at(-1);
    return isMark ? "" : tag;
  });
}

test("a mark moves nothing: every box, space and height of the typeset formula stays", () => {
  for (const { source, latex, marked } of ROWS) {
    const html = drawn(marked);
    assert.match(html, /data-span="\d+-\d+"/, source);
    assert.equal(withoutMarks(html), drawn(latex), source);
  }
});

test("a mark right around a letter below a superscript would move it", () => {
  const plain = drawn("\\frac{1}{{W}^{2}}");
  assert.notEqual(withoutMarks(drawn("\\frac{1}{{\\htmlData{span=0-1}{W}}^{2}}")), plain);
});

test("nothing else is trusted", () => {
  assert.equal(isTrusted({ command: "\\htmlData" }), true);
  for (const command of ["\\htmlId", "\\htmlClass", "\\htmlStyle", "\\href", "\\url", "\\includegraphics"]) {
    assert.equal(isTrusted({ command }), false);
  }
});
