// The layout of the circuit that was drawn last: while only its numbers change, nobody has to send it again. Pure.

import { shapeOf } from "./values.js";

/** What decides about a circuit, but for inputs whose numbers are sizes. */
function keyOf({ source, constants, fold, unfold, inputs }) {
  const shapes = Object.entries(inputs).map(([name, value]) => [name, shapeOf(value)]);
  return JSON.stringify([source, constants, fold, unfold, shapes]);
}

const isSame = (nodes, others) =>
  nodes.length === others.length && nodes.every((node, i) => node.gate === others[i].gate && String(node.shape) === String(others[i].shape));

/** Remembers one layout, and gives it back to answers that came without. */
export class Layouts {
  #key = null;
  #answer = null;

  /** Whether the layout for a state is there, most likely. */
  knows(state) {
    return this.#key === keyOf(state);
  }

  /** An answer to a state's request with its layout; `null` where the circuit has turned out to be another one. */
  complete(state, answer) {
    if (answer.layout) {
      [this.#key, this.#answer] = [keyOf(state), answer];
      return answer;
    }
    if (this.#answer && isSame(answer.nodes, this.#answer.nodes)) return { ...answer, layout: this.#answer.layout };
    this.#key = null;
    return null;
  }
}
