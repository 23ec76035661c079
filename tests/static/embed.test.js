import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNote, titleOf } from "../../static/js/component/fallback.js";
import { addressOf, beginning, fieldsOf, lengthOf, textOf, textsOf } from "../../static/js/component/fields.js";
import { createFrame } from "../../static/js/component/frame.js";
import { PROPERTIES, upgrade } from "../../static/js/component/properties.js";

test("a value is written as an attribute holds it", () => {
  const cyclic = {};
  cyclic.self = cyclic;
  const given = ["x*y", 3, true, ["sigmoid", "tanh"], [[1, 2], [3, 4]], { x: -1 }, null, undefined, false, cyclic, 1n, { x: 1n }];
  assert.deepEqual(given.map(textOf),
    ["x*y", "3", "true", "sigmoid,tanh", "[[1,2],[3,4]]", '{"x":-1}', null, null, null, null, "1", null]);
});

test("a field is read as the frame reads it, whether it is text or value", () => {
  const inputs = { w0: 2, W: [[0.1, 0.5], [-0.3, 0.8]], x: { random: "normal", shape: [10, 3072], seed: 7 } };
  assert.deepEqual(fieldsOf({ inputs: "w0:2, W:((0.1,0.5),(-0.3,0.8)), x:normal(10x3072;7)" }), { inputs });
  assert.deepEqual(fieldsOf({ inputs }), { inputs });
  assert.deepEqual(fieldsOf({ step: 3, digits: "4", fold: ["sigmoid"], unfold: "all", expression: "x", theme: "dark", lang: "ko" }),
    { step: 3, digits: 4, fold: ["sigmoid"], unfold: "all", expression: "x", theme: "dark", lang: "ko" });
});

test("what cannot be read is as usual, and nothing else is let in", () => {
  const wrong = { step: "-1", digits: 99, theme: "purple", constants: [], upstream: "x", lang: "fr" };
  assert.deepEqual(fieldsOf(wrong), { step: null, digits: null, theme: null, constants: null, upstream: null, lang: null });
  assert.deepEqual(fieldsOf({ inputs: "x:1,,y,z:abc,{" }), { inputs: { x: 1 } });
  for (const patch of [null, undefined, 7, "expression", [], { onload: "alert(1)", __proto__: { step: 1 }, value: 3 }]) {
    assert.deepEqual(fieldsOf(patch), {});
  }
});

test("the frame's address holds every field that is not as usual, and reads back", () => {
  const state = { expression: "(x + y)·z & \"<b>\"#", inputs: { x: -2, W: [[1, 2]] }, fold: "all", step: 0, value: 12, theme: null };
  const address = new URL(addressOf("https://chainrule.example/embed", state));
  assert.equal(address.pathname, "/embed");
  assert.equal(address.hash, "");
  assert.deepEqual(fieldsOf(Object.fromEntries(address.searchParams)),
    { expression: state.expression, inputs: state.inputs, fold: "all", step: 0 });
});

test("what is too long for an address is left to be told", () => {
  const short = { expression: "x*y", step: 1 };
  assert.deepEqual(beginning("/embed", short), { address: addressOf("/embed", short), left: {} });
  const long = { expression: `${"x+".repeat(3000)}y`, inputs: { x: 1 }, fold: ["sigmoid"], theme: "dark", mode: "explore" };
  const { address, left } = beginning("/embed", long);
  assert.equal(address, "/embed?expression=x&mode=explore&theme=dark");
  assert.deepEqual(left, long);
});

test("a message has texts, and null for what is as usual again", () => {
  assert.deepEqual(textsOf({ step: 3, inputs: { x: 1 }, fold: null }), { step: "3", inputs: '{"x":1}', fold: null });
});

test("a length is one of CSS, pixels where no unit is named", () => {
  const given = ["640", " 50% ", "30.5em", "0", "-5", "1e9", "calc(1px)", "1px;color:red", "", null];
  assert.deepEqual(given.map((text) => lengthOf(text, "100%")),
    ["640px", "50%", "30.5em", "100%", "100%", "100%", "100%", "100%", "100%", "100%"]);
});

/** An element as far as properties need one. */
function createElement(attributes = {}) {
  const element = Object.create(Object.create({
    getAttribute: (name) => attributes[name] ?? null,
    setAttribute: (name, text) => (attributes[name] = text),
    removeAttribute: (name) => delete attributes[name],
  }, PROPERTIES));
  return { element, attributes };
}

test("properties and attributes are the same", () => {
  const { element, attributes } = createElement({ expression: "x*y", inputs: "x:3" });
  assert.deepEqual([element.expression, element.inputs, element.step, element.readonly], ["x*y", { x: 3 }, null, false]);
  element.inputs = { x: 1, W: [[1, 2]] };
  element.step = 2;
  element.readonly = true;
  element.fold = ["sigmoid", "tanh"];
  element.expression = null;
  assert.deepEqual(attributes, { inputs: '{"x":1,"W":[[1,2]]}', step: "2", readonly: "", fold: "sigmoid,tanh" });
  element.readonly = false;
  element.inputs = undefined;
  assert.deepEqual([attributes.readonly, element.inputs], [undefined, {}]);
});

test("what was set before the element was known is handed on", () => {
  const { element, attributes } = createElement();
  Object.defineProperty(element, "expression", { value: "x", configurable: true, writable: true });
  upgrade(element);
  assert.equal(attributes.expression, "x");
  assert.equal(Object.hasOwn(element, "expression"), false);
});

/** A window, and a place in it that takes one frame; `say(event)` is a message to the window. */
function createPage() {
  const listeners = new Set();
  const sent = [];
  const frames = [];
  const contentWindow = { postMessage: (message, target) => sent.push([message, target]) };
  const view = {
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const createIframe = () => ({ contentWindow, remove() { frames.splice(frames.indexOf(this), 1); } });
  const place = { ownerDocument: { defaultView: view, createElement: createIframe }, append: (frame) => frames.push(frame) };
  const say = (event) => listeners.forEach((listener) => listener(event));
  return { place, contentWindow, listeners, sent, frames, say };
}

const SERVER = "https://chainrule.example";

test("only the own frame on the own server is heard", () => {
  const { place, contentWindow, say } = createPage();
  const heard = [];
  createFrame(place, `${SERVER}/embed?expression=x`, (message) => heard.push(message.type));
  const data = (type) => ({ source: "chainrule", type });
  say({ source: contentWindow, origin: SERVER, data: data("ready") });
  say({ source: contentWindow, origin: "null", data: data("step") });
  say({ source: contentWindow, origin: "https://elsewhere.example", data: data("moved") });
  say({ source: {}, origin: SERVER, data: data("forged") });
  say({ source: null, origin: SERVER, data: data("forged") });
  for (const other of [null, undefined, "ready", 7, {}, { source: "other", type: "ready" }]) {
    say({ source: contentWindow, origin: SERVER, data: other });
  }
  assert.deepEqual(heard, ["ready", "step"]);
});

test("the frame is spoken to by its server's name, unless it is in a sandbox", () => {
  const { place, contentWindow, sent, say } = createPage();
  const frame = createFrame(place, `${SERVER}/embed`, () => {});
  frame.send("set", { step: "1" });
  say({ source: contentWindow, origin: "null", data: { source: "chainrule", type: "ready" } });
  frame.send("get");
  assert.deepEqual(sent, [
    [{ source: "chainrule", type: "set", state: { step: "1" } }, SERVER],
    [{ source: "chainrule", type: "get", state: undefined }, "*"],
  ]);
});

test("a frame that is removed leaves nothing behind", () => {
  const { place, listeners, frames } = createPage();
  const frame = createFrame(place, `${SERVER}/embed`, () => {});
  assert.deepEqual([listeners.size, frames.length], [1, 1]);
  frame.remove();
  assert.deepEqual([listeners.size, frames.length], [0, 0]);
});

const within = (lang, title = "") => ({ title, closest: () => (lang === null ? null : { lang }) });

test("the frame's name and the words in its place follow the language of the text around", () => {
  assert.equal(titleOf(within("en-GB"), "x*y"), "Circuit: x*y");
  assert.equal(titleOf(within("ko-KR"), "x*y"), "회로: x*y");
  assert.equal(titleOf(within(null), undefined), "Circuit");
  assert.equal(titleOf(within("en", "One gate"), "x*y"), "One gate");
  const words = (lang, isAway) => {
    const note = { ownerDocument: { createElement: () => ({}) }, replaceChildren: (...parts) => (note.parts = parts) };
    fillNote(note, within(lang), "x*y", isAway);
    return note.parts.map((part) => part.textContent ?? part).join("");
  };
  assert.deepEqual([words("en", false), words("fr", true), words("ko", true)], [
    "x*y",
    "The server of this circuit does not answer. The program: x*y",
    "이 회로의 서버가 응답하지 않습니다. 프로그램: x*y",
  ]);
});
