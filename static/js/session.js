// Keeps the circuit in step with what is typed: reads the program, finds its inputs, evaluates; the last state wins.

import { createFrames } from "./frames.js";
import { Loop, OFFLINE_PAUSE } from "./loop.js";
import { isFolded } from "./folding.js";
import { Layouts } from "./layouts.js";
import { moved } from "./moves.js";
import { initialState } from "./store.js";
import { sameShape } from "./values.js";

/** Milliseconds without a key before the text is read again. */
export const TYPING_PAUSE = 150;

/** The entries of a map under those `names` that it has. */
const pick = (map, names) => Object.fromEntries(names.filter((name) => map.has(name)).map((name) => [name, map.get(name)]));

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The inputs to evaluate with: what was given under a name and fits, else what the reading suggests. */
export function mergeInputs(reading, given, sent) {
  const value = ({ name, suggested }) =>
    given.has(name) && (name in sent || sameShape(given.get(name), suggested)) ? given.get(name) : suggested;
  return Object.fromEntries(reading.inputs.map((input) => [input.name, value(input)]));
}

/** What the server is asked about a state. */
export function requestFor({ source, inputs, constants, upstream, fold, unfold }) {
  return { expression: source, inputs, constants, fold, unfold, layout: true, ...(upstream === null ? {} : { upstream }) };
}

const AS_WRITTEN = { upstream: null, constants: "absorbed", fold: [], unfold: [] };
const USUAL_DESCENT = { parameters: null, rate: initialState.rate };
const EVALUATED = ["inputs", "constants", "upstream", "fold", "unfold"];

/** Drives a store through the API. */
export class Session {
  #store;
  #api;
  #loop;
  #layouts = new Layouts();
  #given = new Map(); // what the reader of the page gave, by name: also names that are gone and may come back
  #target = null; // step and selection that an address asks for, until its circuit is there
  #arraysOnly = null; // the text for which given numbers did not fit, where arrays are needed
  #frames; // for answers in which only numbers are new: they come faster than they can be drawn

  constructor(store, api, clock) {
    this.#store = store;
    this.#api = api;
    this.#frames = createFrames((...shown) => this.#show(...shown), clock?.frame);
    const jobs = { read: (signal) => this.#read(signal), evaluate: (signal) => this.#evaluate(signal) };
    this.#loop = new Loop(jobs, (busy) => store.set({ busy }), clock);
    store.subscribe((now, before) => this.#follow(now, before));
  }

  /** Opens a program with everything that belongs to it, at once. */
  open({ inputs = {}, step = null, selected = null, ...rest }) {
    this.#given = new Map(Object.entries(inputs));
    this.#target = { step, selected };
    this.#arraysOnly = null;
    this.#store.set({ ...AS_WRITTEN, ...USUAL_DESCENT, digits: 2, ...rest, inputs, playing: false, stepped: null });
    this.#reread(0);
  }

  /** Begins with an answer that is there already, to what the store holds. */
  adopt(answer, step = null) {
    const state = this.#store.get();
    const { source, inputs } = state;
    this.#given = new Map(Object.entries(inputs));
    this.#target = { step, selected: null };
    this.#store.set({ reading: { source, expression: answer.expression, inputs: [], notices: answer.notices } });
    this.#show(this.#layouts.complete(state, answer), state);
  }

  /** Sets one input, as the reader of the page does. */
  give(name, value) {
    this.#given.set(name, value);
    this.#store.set({ inputs: { ...this.#store.get().inputs, [name]: value } });
  }

  /** Sets all inputs at once, as a step of the descent does. */
  giveAll(inputs) {
    for (const [name, value] of Object.entries(inputs)) this.#given.set(name, value);
    this.#store.set({ inputs });
  }

  /** Forgets the given inputs and takes what the reading suggests. */
  refit() {
    this.#given.clear();
    this.#reread(0);
  }

  /** Tries again at once, when the connection is back. */
  retry() {
    if (this.#store.get().connection) this.#loop.run();
  }

  #follow(now, before) {
    if (now.source !== before.source) this.#reread(TYPING_PAUSE);
    else if (now.language !== before.language) this.#reread(0);
    else if (EVALUATED.some((key) => now[key] !== before[key])) this.#loop.want("evaluate");
  }

  #reread(pause) {
    this.#frames.drop();
    this.#loop.restart("read", pause);
  }

  async #read(signal) {
    const { source, inputs } = this.#store.get();
    if (source.trim() === "") return this.#stop({ code: "empty", span: null, hint: null });
    const sent = this.#sent(source, inputs);
    const result = await this.#api.parse({ expression: source, inputs: sent }, signal);
    return this.#take(result, signal, (data) => this.#accept(source, data, sent));
  }

  /** The given values to read a text with: those of the names in use, without numbers where they did not fit. */
  #sent(source, inputs) {
    const names = Object.keys(inputs);
    const isSent = (name) => this.#arraysOnly !== source || typeof this.#given.get(name) !== "number";
    return pick(this.#given, names.filter(isSent));
  }

  /** A new text whose shapes do not fit the numbers left over from the one before is read once more without them. */
  #readsAgain({ code }) {
    const { source, inputs, answer } = this.#store.get();
    const isNew = answer !== null && answer.expression.source !== source && this.#target === null;
    const hasNumbers = Object.values(this.#sent(source, inputs)).some((value) => typeof value === "number");
    if (code !== "shape_mismatch" || !isNew || !hasNumbers) return false;
    this.#arraysOnly = source;
    this.#loop.want("read");
    return true;
  }

  /** A link may name a composite that there is not: then the circuit is shown as it is written. */
  #unfoldsAgain({ code }) {
    if (code !== "bad_option" || !isFolded(this.#store.get())) return false;
    this.#store.set({ fold: [], unfold: [] });
    return true;
  }

  async #evaluate(signal) {
    const state = this.#store.get();
    if (state.reading?.source !== state.source) return 0;
    const layout = !this.#layouts.knows(state);
    const result = await this.#api.evaluate({ ...requestFor(state), layout }, signal);
    return this.#take(result, signal, (data) => this.#draw(this.#layouts.complete(state, data), state, layout));
  }

  /** Shows an answer; one whose circuit is not the expected one is asked for again, with its layout. */
  #draw(answer, state, isNew) {
    if (!answer) this.#loop.want("evaluate");
    else if (isNew) this.#show(answer, state);
    else this.#frames.put(answer, state);
  }

  /** Deals with what a call resolved to; gives the seconds to wait before it is tried again. */
  #take({ kind, data, problem, seconds = OFFLINE_PAUSE }, signal, use) {
    if (signal.aborted || kind === "aborted") return 0;
    if (kind === "answer") use(data);
    else if (kind !== "problem") return this.#wait(kind, seconds);
    else if (!this.#readsAgain(problem) && !this.#unfoldsAgain(problem)) this.#stop(problem);
    return 0;
  }

  #wait(kind, seconds) {
    this.#store.set({ connection: { kind, seconds } });
    return seconds;
  }

  #stop(problem) {
    this.#loop.forget("evaluate");
    this.#frames.drop();
    const { answer, source } = this.#store.get();
    const stale = answer !== null;
    this.#store.set({ problem: { ...problem, source }, stale, connection: null, playing: false, hovered: null });
    return 0;
  }

  #accept(source, data, sent) {
    const inputs = mergeInputs(data, this.#given, sent);
    const changed = same(inputs, this.#store.get().inputs) ? {} : { inputs };
    this.#store.set({ reading: { ...data, source }, connection: null, ...changed });
    this.#loop.want("evaluate");
  }

  #show(answer, { inputs, source, constants, upstream, fold, unfold }) {
    const place = moved(this.#store.get(), answer, this.#target);
    this.#target = null;
    this.#frames.drop();
    const asked = { source, constants, upstream, fold, unfold };
    this.#store.set({ answer, answered: inputs, asked, problem: null, stale: false, connection: null, ...place });
  }
}
