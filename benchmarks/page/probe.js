// What a page tells about itself while it is used: runs in the page, before its own scripts.

const CIRCUIT = "#figure .gate, #figure canvas.painted:not([hidden])";

/** Calls back when a frame with what is there now has been drawn: at the start of the frame after it. */
const drawn = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

/** Calls back as soon as `isThere()`, looking again after every change of the page. */
function when(isThere, then) {
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    drawn(then);
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

const differences = (numbers) => numbers.slice(1).map((number, i) => number - numbers[i]);

/**
 * Acts once in each of `count` frames; gives the milliseconds between them, and in how many `look()` found something
 * else than in the frame before.
 */
function inFrames(count, act, look = () => null) {
  const [stamps, seen] = [[], []];
  return new Promise((resolve) => {
    function frame(stamp) {
      stamps.push(stamp);
      seen.push(look());
      if (stamps.length > count) {
        resolve({ intervals: differences(stamps), states: seen.filter((now, i) => i && now !== seen[i - 1]).length });
        return;
      }
      act(stamps.length - 1);
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  });
}

/** There and back, by so much in each frame. */
const swing = (i, by, turn = 40) => by * (Math.floor(i / turn) % 2 ? turn - (i % turn) : i % turn);

/** Drags the slider of an input, a hundredth further in each frame; a state is new when its number in the figure is. */
function scrub(name, count) {
  performance.clearResourceTimings();
  const range = document.querySelector(`#inputs input[type="range"][aria-label^="${name},"]`);
  const id = [...document.querySelectorAll("#figure .name[data-id]")].find((one) => one.textContent.trim() === name).dataset.id;
  const act = (i) => {
    range.value = swing(i, 0.01, 200);
    range.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  return inFrames(count, act, () => document.querySelector(`#figure [data-number="${id}-value"]`)?.textContent);
}

/** Drags the figure to the left and back, four pixels in each frame. */
async function pan(count) {
  const svg = document.querySelector("#figure svg.circuit");
  const { left, top, width, height } = svg.getBoundingClientRect();
  const place = (i) => ({ clientX: left + width / 2 - swing(i, 4), clientY: top + height - 8, view: window, bubbles: true });
  svg.dispatchEvent(new MouseEvent("mousedown", place(0)));
  const found = await inFrames(count, (i) => svg.dispatchEvent(new MouseEvent("mousemove", place(i))));
  svg.dispatchEvent(new MouseEvent("mouseup", place(0)));
  return found;
}

/** Zooms out by a pinch and in again. */
function zoom(count) {
  const svg = document.querySelector("#figure svg.circuit");
  const { left, top, width, height } = svg.getBoundingClientRect();
  const wheel = { ctrlKey: true, clientX: left + width / 2, clientY: top + height / 2, view: window, bubbles: true, cancelable: true };
  return inFrames(count, (i) => svg.dispatchEvent(new WheelEvent("wheel", { ...wheel, deltaY: Math.floor(i / 30) % 2 ? -4 : 4 })));
}

/** Milliseconds from now until the program that is put into the box is drawn, and how long each answer took meanwhile. */
function type(source) {
  const area = document.querySelector("#source textarea");
  const start = performance.now();
  const done = () => document.querySelector("#figure title").textContent.includes(source);
  performance.clearResourceTimings();
  return new Promise((resolve) => {
    when(done, () => resolve({ whole: performance.now() - start, parse: durations("parse"), evaluate: durations("evaluate") }));
    area.value = source;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

/** How long each call of the server took since the timings were cleared. */
const durations = (call) => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(`/${call}`)).map(({ duration }) => duration);

/** What the server answers as text. */
async function post(call, question) {
  const headers = { "Content-Type": "application/json" };
  return (await fetch(`/api/v1/${call}`, { method: "POST", headers, body: JSON.stringify(question) })).text();
}

/** One answer with its layout: how long it takes, how large it is, how long it is read; and its graph. */
async function ask(expression) {
  const { inputs } = JSON.parse(await post("parse", { expression, inputs: {} }));
  const suggested = Object.fromEntries(inputs.map((input) => [input.name, input.suggested]));
  const start = performance.now();
  const text = await post("evaluate", { expression, inputs: suggested, layout: true });
  const request = performance.now() - start;
  const answer = JSON.parse(text);
  const reading = performance.now() - start - request;
  const labels = new Map(answer.layout.nodes.map(({ id, label }) => [id, label]));
  const nodes = answer.nodes.map(({ id, name }) => ({ id, label: labels.get(id) || name }));
  const edges = answer.edges.map(({ source, target }) => [source, target]);
  return { request, bytes: text.length, reading, nodes, edges };
}

/** The addresses of the scripts that were there when the first circuit was, but for KaTeX, which comes later. */
function scripts() {
  const all = performance.getEntriesByType("resource").filter(({ name }) => /\.js(\?|$)/.test(name));
  const first = all.filter(({ name, responseEnd }) => !name.includes("katex") && responseEnd < window.probe.circuitAt);
  return first.map(({ name }) => name);
}

window.probe = { circuitAt: null, shifts: [], scrub, pan, zoom, type, ask, durations, scripts, inFrames, swing, drawn };
window.probe.circuit = new Promise((resolve) => {
  when(() => document.querySelector(CIRCUIT), () => resolve((window.probe.circuitAt = performance.now())));
});
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime } of list.getEntries()) {
    if (!hadRecentInput) window.probe.shifts.push({ value, at: startTime });
  }
}).observe({ type: "layout-shift", buffered: true });
