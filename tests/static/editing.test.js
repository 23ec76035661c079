import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenLine, outdented } from "../../static/js/interact/editing.js";

const after = (text) => brokenLine(text, text.length);

test("a new line keeps the indentation of its line", () => {
  assert.equal(after("x = 1"), "\n");
  assert.equal(after("def f(x):\n    y = x"), "\n    ");
  assert.equal(brokenLine("    a\n    b", 5), "\n    ");
});

test("after a colon there is more of it, after a return less", () => {
  assert.equal(after("def f(x):"), "\n    ");
  assert.equal(after("def f(x):  # a comment"), "\n    ");
  assert.equal(after("def f(x):\n    return x"), "\n");
  assert.equal(after("returned = 1"), "\n");
});

test("Backspace takes one level of indentation, elsewhere what the browser takes", () => {
  assert.equal(outdented("    ", 4), 4);
  assert.equal(outdented("a\n      ", 8), 2);
  assert.equal(outdented("    x", 5), 0);
  assert.equal(outdented("", 0), 0);
});
