import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decodeState } from "../../static/js/address.js";

const page = readFileSync(new URL("../../docs/lesson.md", import.meta.url), "utf8");
const queries = [...page.matchAll(/\]\(\/\?([^)\s]+)\)/g)].map(([, query]) => query);

test("the page reads everything that a link of the lesson says", () => {
  assert.ok(queries.length > 25);
  for (const query of queries) {
    const [state, asked] = [decodeState(query), new URLSearchParams(query)];
    assert.equal(Object.keys(state).length, [...asked.keys()].length, query);
    const names = Object.keys(state.inputs);
    assert.ok(names.length > 0 && names.every((name) => asked.get("inputs").includes(`${name}:`)), query);
    assert.equal(names.length, asked.get("inputs").match(/[A-Za-z]\w*:/g).length, query);
  }
});
