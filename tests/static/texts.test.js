import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import "../../static/js/pages/texts.js";
import { sentence } from "../../static/js/texts.js";

const folder = new URL("../../static/texts/", import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"));
const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const pairs = (await readdir(folder)).filter((name) => /(^|\.)en\.json$/.test(name));

test("there are texts", () => assert.ok(pairs.length >= 2));

for (const name of pairs) {
  const [english, korean] = [await read(name), await read(name.replace(/en\.json$/, "ko.json"))];

  test(`${name}: both languages have the same keys, and none is empty`, () => {
    assert.deepEqual(Object.keys(korean).sort(), Object.keys(english).sort());
    assert.ok([...Object.values(english), ...Object.values(korean)].every((text) => text.trim()));
  });

  test(`${name}: both languages fill in the same values`, () => {
    for (const key of Object.keys(english)) assert.deepEqual(holes(korean[key]), holes(english[key]), key);
  });

  test(`${name}: in Korean no particle follows a value, and sentences end politely`, () => {
    for (const [key, text] of Object.entries(korean)) assert.doesNotMatch(text, /\}(을|를|이|가|은|는|와|과|으로|로)(?=[\s.,]|$)/, key);
  });
}

test("a sentence is filled in; a key that nobody wrote stands for itself", () => {
  assert.equal(sentence("en", "notice.more", { count: 2 }), "2 more");
  assert.equal(sentence("ko", "bar.guide"), "안내");
  assert.equal(sentence("en", "no.such.key"), "no.such.key");
});

async function sourceFiles(address) {
  const entries = await readdir(address, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name) && !entry.parentPath.includes("dist"))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

test("every key that the page asks for is written", async () => {
  const known = Object.assign({}, ...(await Promise.all(pairs.map(read))));
  const files = [...await sourceFiles(new URL("../../static/js/", import.meta.url).pathname), ...await sourceFiles(new URL("../../templates/", import.meta.url).pathname)];
  const asked = new Set();
  for (const file of files) {
    const text = await readFile(file, "utf8");
    for (const [, key] of text.matchAll(/(?:\bt\(|texts\[|\bt\[|data-t(?:-label|-title)?=)"([a-z_.]*[a-z_])"/g)) asked.add(key);
  }
  assert.ok(asked.size > 40);
  assert.deepEqual([...asked].filter((key) => !(key in known)), []);
});
