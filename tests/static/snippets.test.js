import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LONGEST_ADDRESS, lengthToMind, snippet } from "../../static/js/embedding/snippets.js";
import { decodeState } from "../../static/js/address.js";

const SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))";
const HOSTILE = [
  "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>", "};\\draw", "\\write18{ls}", '"]; x [', "{{7*7}}",
  "{% raw %}", "{% endraw %}{{ site.time }}", "a\u202Eb\u2066", "x\ny\n\nz", "[a](b)", "](javascript:alert(1))", "`x`", "a*b + _c_",
  "$$x$$", "$(ls) `ls`", "' onload='x", "it's", "&lt;b&gt;", "-->", ":::", "```", "\u001b[201~ls\n", "-x", "–", "x \\' y\u200B",
];
const LIVE = ["component", "iframe", "myst", "quarto"];

const circuitOf = (source, patch = {}) => ({
  source, inputs: { w0: 2, W: [[1, 2], [-3, 4]] }, upstream: null, constants: "absorbed", fold: [], unfold: [], digits: 2, language: "en", step: null, theme: "auto", ...patch,
});
const given = (source, patch = {}) => ({ origin: "https://c.example", circuit: circuitOf(source, patch), mode: "step", title: `The circuit of ${source}`, file: "c.svg" });

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };
const unescaped = (text) => text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCodePoint(code) : NAMED[name]));
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/** The tags of a text as HTML has them, `[name, attributes]`; there may be nothing besides. */
function tags(html) {
  const TAG = /<(\/?[a-z-]+)([^<>]*)>/g;
  assert.equal(html.replace(TAG, "").trim(), "");
  return [...html.matchAll(TAG)].map(([, name, attributes]) => {
    assert.equal(attributes.replace(ATTRIBUTE, "").trim(), "");
    return [name, Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, unescaped(value)]))];
  });
}

const sourceIn = (address) => decodeState(new URL(address).search).source;

test("the lecture's circuit as it is pasted", () => {
  const sigmoid = given(SIGMOID, { fold: ["sigmoid"], inputs: { w0: 2, x0: -1 } });
  assert.equal(snippet("component", sigmoid), [
    '<script type="module" src="https://c.example/embed.js"></script>',
    "<chainrule-circuit",
    `  expression="${SIGMOID}"`,
    '  inputs="w0:2,x0:-1"',
    '  mode="step" fold="sigmoid" theme="auto" lang="en">',
    "</chainrule-circuit>",
  ].join("\n"));
  assert.match(snippet("markdown", sigmoid), /^\[!\[The circuit of [^\n]*\]\(https:\/\/c\.example\/render\.svg\?[^()\n]*\)\]\(https:\/\/c\.example\/\?[^()\n]*\)$/);
  assert.match(snippet("myst", sigmoid), /^:::\{iframe\} \S+&mode=step\n:width: 100%\n:placeholder: https:\/\/c\.example\/render\.png\S+\n\nThe circuit .*\n:::$/);
  assert.match(snippet("quarto", sigmoid), /^::: \{.*when-.*\}\n```\{=html\}\n<iframe [^`]*<\/iframe>\n```\n:::\n\n::: \{.*unless-.*\}\n!\[.*\)\n:::$/);
  assert.equal(snippet("pictures", sigmoid), `chainrule render '${SIGMOID}' \\\n  w0=2 x0=-1 \\\n  --fold=sigmoid -o c.svg`);
});

for (const text of HOSTILE) {
  test(`${JSON.stringify(text)} is nothing but text in HTML`, () => {
    const [[, script], , [name, attributes], end, ...more] = tags(snippet("component", given(text)));
    assert.deepEqual([name, end[0], more], ["chainrule-circuit", "/chainrule-circuit", []]);
    assert.equal(script.src, "https://c.example/embed.js");
    assert.equal(attributes.expression, text);
    const [[, frame]] = tags(snippet("iframe", given(text)));
    assert.deepEqual([sourceIn(frame.src), frame.title], [text, `The circuit of ${text}`]);
    const [[, image]] = tags(snippet("image", given(text)));
    assert.deepEqual([sourceIn(image.src), image.alt], [text, `The circuit of ${text}`]);
  });

  test(`${JSON.stringify(text)} opens nothing in Markdown and MyST, nor for Liquid`, () => {
    const [, alt, picture, page] = /^\[!\[((?:\\.|[^[\]\\])*)\]\(([^()\s]*)\)\]\(([^()\s]*)\)$/.exec(snippet("markdown", given(text)));
    assert.doesNotMatch(alt, /(?<!\\)[`*_]|[<>{}|$~^]/);
    assert.deepEqual([sourceIn(picture), sourceIn(page)], [text, text]);
    const lines = snippet("myst", given(text)).split("\n");
    assert.equal(lines.length, 6);
    assert.equal(sourceIn(lines[0].slice(":::{iframe} ".length)), text);
    for (const kind of ["component", "iframe", "image", "markdown", "myst"]) {
      assert.doesNotMatch(snippet(kind, given(text)), /\{\{|\{%|\n\s*\n(?!The circuit)|[\u200B\u202A-\u202E\u2066-\u2069]/);
    }
  });

  test(`${JSON.stringify(text)} is one word for a shell`, () => {
    const words = snippet("pictures", given(text)).replace(/^chainrule render/, "printf '%s\\0'");
    const [program, ...rest] = execFileSync("bash", ["-c", words], { encoding: "utf8", env: { LC_ALL: "C.UTF-8", PATH: process.env.PATH } }).split("\0");
    assert.equal(program.trimStart(), text.trimStart());
    assert.ok(!program.startsWith("-"));
    assert.deepEqual(rest, ["w0=2", "W=[[1,2],[-3,4]]", "-o", "c.svg", ""]);
    assert.doesNotMatch(words, /[\u202A-\u202E\u2066-\u2069]/);
  });
}

test("the guide shows what the dialog gives", () => {
  const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const example = {
    ...given("(x + y) z", { inputs: { x: -2, y: 5, z: -4 }, fold: null }),
    origin: "https://chainrule.example",
    title: "The circuit of (x + y) z with values above and gradients below the wires",
  };
  for (const kind of ["component", "iframe", "image", "markdown", "myst", "quarto"]) assert.ok(guide.includes(`\n${snippet(kind, example)}\n\`\`\``), kind);
});

test("everything that is chosen stands in every snippet, and what is as usual does not", () => {
  const patch = { fold: "all", theme: "dark", digits: 3, step: 4, upstream: 2, constants: "nodes", language: "ko" };
  for (const kind of LIVE) {
    const text = unescaped(snippet(kind, { ...given("x", patch), mode: "explore" })).replaceAll('"', "").replaceAll(/\s+/g, "&");
    for (const entry of ["fold=all", "theme=dark", "digits=3", "step=4", "upstream=2", "constants=nodes", "lang=ko", "mode=explore"]) {
      assert.match(text, new RegExp(`[?&]${entry}(&|>|$)`), `${kind}: ${entry}`);
    }
  }
  assert.match(snippet("html", given("x", patch)), / --upstream=2 --constants=nodes --fold=all --theme=dark --lang=ko --digits=3 --step=4 -o c\.svg$/);
  assert.doesNotMatch(snippet("image", given("x")), /fold|theme|digits|step|upstream|constants|lang/);
});

test("an address that some hosts cut is told, where it is part of a snippet", () => {
  const long = given("x", { inputs: { X: Array(600).fill(0.125) } });
  assert.ok(lengthToMind("image", long) > LONGEST_ADDRESS);
  assert.ok(lengthToMind("iframe", long) > LONGEST_ADDRESS);
  assert.equal(lengthToMind("component", long), 0);
  assert.equal(lengthToMind("tikz", long), 0);
  assert.equal(lengthToMind("image", given(SIGMOID)), 0);
});
