// The one object that every part of the page shares: what is typed, what came back, and how it is looked at.

/** The state before anything was read from the address or the server. */
export const initialState = {
  source: "",
  inputs: {},
  upstream: null,
  reading: null,
  answer: null,
  answered: null, // the inputs that the answer belongs to
  asked: null, // and what else was asked for it: source, constants, upstream, fold, unfold
  problem: null,
  stale: false,
  busy: false,
  connection: null,
  step: null,
  stepped: null,
  playing: false,
  speed: 1,
  selected: null,
  hovered: null,
  caret: null, // the node in whose part of the program the caret stands
  pointed: null, // the span of a reading whose chip is pointed at
  digits: 2,
  language: "en",
  theme: "auto",
  precision: "rounded",
  constants: "absorbed",
  panel: "inputs", // of the panels beside the inspector: "inputs", "descent", "check"
  parameters: null, // the inputs that a descent moves; null: those that look like weights
  rate: 0.1,
  descent: null, // see panels/descent/runner.js
  check: null, // see panels/check.js
  fold: [], // names of composites, or "all"
  unfold: [],
  prepared: null, // the views that a file without a server has; null: any can be asked for
  operand: null, // the operand that the inspector looks at: {gate, slot}
  curve: null, // see curves.js
  jacobian: null, // see jacobians.js
  tour: null, // the step of the tour of a first visit, from 1
  folding: null, // the part whose fold label is pointed at
};

const differs = (state, patch) => Object.keys(patch).some((key) => !Object.is(state[key], patch[key]));

/**
 * Holds a state. `set` merges shallowly and tells every subscriber once, at once; a patch that changes nothing
 * tells nobody. A subscriber that sets again is told after the present round, so everyone sees the same order.
 */
export function createStore(initial) {
  let state = { ...initialState, ...initial };
  const listeners = new Set();
  const rounds = [];

  function tellAll() {
    while (rounds.length) {
      const [now, before] = rounds[0];
      for (const listener of [...listeners]) listener(now, before);
      rounds.shift();
    }
  }

  function set(patch) {
    if (!differs(state, patch)) return;
    const before = state;
    state = { ...state, ...patch };
    rounds.push([state, before]);
    if (rounds.length === 1) tellAll();
  }

  function subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { get: () => state, set, subscribe };
}
