/** The dots where a value is used more than once, and the sum of what comes back to them. Pure. */

import { equation, formatNumber, isFinite, sum } from "../numbers.js";
import { gradientStep, valueStep } from "../steps.js";

const MOST_TERMS = 4;

function isLookedAt(c, id) {
  return [id, `branch:${id}`].some((name) => name === c.selected || name === c.hovered);
}

/** Whether the current step is the one that completes the sum at a branch. */
function isStepped(c, id) {
  return c.now.phase === "backward" && c.step === gradientStep(c.line, id);
}

function branchItem(c, { id, branch }) {
  const name = `branch:${id}`;
  return {
    id: name,
    node: id,
    ...branch,
    hovered: c.hovered === name,
    selected: c.selected === name,
    state: c.step < valueStep(c.line, id) ? "pending" : "done",
  };
}

export function branchItems(c) {
  return c.layout.nodes.filter((place) => place.branch).map((place) => branchItem(c, place));
}

function shortened(texts) {
  return texts.length > MOST_TERMS ? [...texts.slice(0, 2), "…", texts.at(-1)] : texts;
}

/** The gradients that the wires of a node send back, as texts that add up to the printed sum. */
export function branchTerms(line, id, digits) {
  const terms = line.outgoing.get(id).map((edge) => edge.gradient).filter((gradient) => gradient !== null);
  return equation(terms, sum, line.nodes.get(id).gradient, digits).operands;
}

const DIGIT_WIDTH = 7.6; // of the bold numbers on a wire
const GAP = 5;

function sumItem(c, { id, y, numbers }) {
  const node = c.line.nodes.get(id);
  const half = (formatNumber(node.gradient, c.digits).length * DIGIT_WIDTH) / 2;
  const terms = shortened(branchTerms(c.line, id, c.digits));
  return { id: `sum:${id}`, x: numbers.x + half + GAP, y: y + 17, text: `= ${terms.join(" + ")}` };
}

function showsSum(c, { id, branch }) {
  const node = c.line.nodes.get(id);
  const complete = c.step >= gradientStep(c.line, id) && node.gradient !== null;
  const scalar = node.shape.length === 0 && isFinite(node.gradient);
  return Boolean(branch) && scalar && complete && (isLookedAt(c, id) || isStepped(c, id));
}

export function sumItems(c) {
  return c.layout.nodes.filter((place) => showsSum(c, place)).map((place) => sumItem(c, place));
}
