// The marked parts of a typeset formula: which place in the program's text each one stands for, and where it is drawn.

import { pageScale } from "../../interact/scale.js";

const spanOf = (text) => text.split("-").map(Number);

/** The parts in reading order; a letter below a superscript is found through the mark of its power. */
function markedElements(formula) {
  for (const power of formula.querySelectorAll("[data-base]")) {
    const base = power.querySelector(":scope > .mord > .mord");
    if (base) base.dataset.span = power.dataset.base;
  }
  return [...formula.querySelectorAll("[data-span]")];
}

/** What is drawn, each with its rectangle: letters, the bars of fractions, the signs of roots. */
function* drawn(formula) {
  const letters = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (letters.nextNode()) {
    range.selectNode(letters.currentNode);
    yield [letters.currentNode.parentElement, range.getBoundingClientRect()];
  }
  for (const line of formula.querySelectorAll(".frac-line, svg")) yield [line, line.getBoundingClientRect()];
}

const joined = (box, { left, top, right, bottom }) => ({
  left: Math.min(box?.left ?? left, left), top: Math.min(box?.top ?? top, top),
  right: Math.max(box?.right ?? right, right), bottom: Math.max(box?.bottom ?? bottom, bottom),
});

/** The boxes of all parts in pixels of the window: around what is drawn in each, for KaTeX's own boxes overlap. */
function boxes(formula) {
  const found = new Map();
  for (const [element, rect] of drawn(formula)) {
    if (!rect.width && !rect.height) continue;
    for (let part = element.closest("[data-span]"); part; part = part.parentElement.closest("[data-span]")) {
      found.set(part, joined(found.get(part), rect));
    }
  }
  return found;
}

/** `[{element, span, box}]` for the parts of a formula that has been typeset; spans are code points, boxes pixels of `frame`. */
export function partsOf(formula, frame) {
  const elements = markedElements(formula);
  if (!elements.length) return []; // a long program's formula has no marks, and thousands of letters
  const [origin, scale] = [frame.getBoundingClientRect(), pageScale()];
  const found = boxes(formula);
  return elements.filter((element) => found.has(element)).map((element) => {
    const { left, top, right, bottom } = found.get(element);
    const box = { left: left - origin.left, top: top - origin.top, width: right - left, height: bottom - top };
    for (const side of Object.keys(box)) box[side] /= scale;
    return { element, span: spanOf(element.dataset.span), box };
  });
}

/** Puts an element of the frame over a part. */
export function placeOver(cover, { box }) {
  for (const [side, pixels] of Object.entries(box)) cover.style[side] = `${pixels}px`;
}

const holds = ({ left, top, width, height }, x, y) => left <= x && x <= left + width && top <= y && y <= top + height;
const area = ({ box }) => box.width * box.height;

/** The parts around a point of the frame, innermost first. */
export const partsAround = (parts, x, y) => parts.filter(({ box }) => holds(box, x, y)).sort((one, other) => area(one) - area(other));
