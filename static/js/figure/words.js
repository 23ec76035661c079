/** What the drawables are called for screen readers; while an input is dragged, only what has changed is worded anew. */

import { branchLabel, gateLabel, inputLabel, wiresText } from "../describe.js";
import { timeline } from "../steps.js";

const known = new WeakMap(); // by layout: the words of each node, and what they were made of

function wordsIn(layout) {
  if (!known.has(layout)) known.set(layout, { labels: new Map(), wires: new Map() });
  return known.get(layout);
}

const isSame = (parts, others) => parts.every((part, i) => Object.is(part, others?.[i]));

/** `tell(id)`, asked once for each id as long as `madeOf(id)`, a list, stays the same. */
function remembered(words, madeOf, tell) {
  return (id) => {
    const [parts, before] = [madeOf(id), words.get(id)];
    if (before && isSame(parts, before.parts)) return before.text;
    words.set(id, { parts, text: tell(id) });
    return words.get(id).text;
  };
}

/** Functions that give the words for the id of a gate, an input, a branch, and of the `wires` of a node; and `t`. */
export function wordsOf(state, { t }) {
  const { answer, step, digits, language } = state;
  const { nodes } = timeline(answer);
  const { labels, wires } = wordsIn(answer.layout);
  const numbers = (id) => [nodes.get(id).value, nodes.get(id).gradient, step, digits, language];
  return {
    t,
    gate: remembered(labels, numbers, (id) => gateLabel(state, id, t)),
    input: remembered(labels, numbers, (id) => inputLabel(state, id, t)),
    branch: (id) => branchLabel(state, id, t),
    wires: remembered(wires, () => [language], (id) => wiresText(state, id, t)),
  };
}
