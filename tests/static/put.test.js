import assert from "node:assert/strict";
import { test } from "node:test";
import { put, putText } from "../../static/js/render/put.js";

/** An element that notes what is written to it, and a selection of it with an item. */
function drawn(item, attributes = {}, text = null) {
  const written = [];
  const element = {
    written,
    getAttribute: (name) => attributes[name] ?? null,
    setAttribute: (name, value) => written.push([name, value]),
    removeAttribute: (name) => written.push([name, null]),
    get textContent() { return text?.data ?? ""; },
    set textContent(next) { written.push(["text", next]); },
    firstChild: text,
  };
  return { element, selection: { each(act) { act.call(element, item); return this; } } };
}

test("an attribute is written only where it differs", () => {
  const { element, selection } = drawn({ x: 3, path: "M0,0h9" }, { d: "M0,0h9", x: "2", y: "4" });
  assert.equal(put(selection, { d: (item) => item.path, x: (item) => item.x, y: 4 }), selection);
  assert.deepEqual(element.written, [["x", 3]]);
});

test("null takes an attribute away", () => {
  const { element, selection } = drawn({ array: false }, { d: "M0,0h9" });
  put(selection, { d: ({ array }) => (array ? "M0,0h9" : null) });
  assert.deepEqual(element.written, [["d", null]]);
});

test("a text is exchanged in its place, and only where it differs", () => {
  const node = { data: "0.73" };
  const { element, selection } = drawn({ text: "0.74" }, {}, node);
  putText(selection, ({ text }) => text);
  assert.deepEqual([node.data, element.written], ["0.74", []]);
  const empty = drawn({ text: null });
  putText(empty.selection, ({ text }) => text);
  putText(empty.selection, "▸ ");
  assert.deepEqual(empty.element.written, [["text", "▸ "]]);
});
