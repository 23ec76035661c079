// Takes the steps of a descent: each one waits for the server's answer to the one before, and nothing is queued.

import { isFinite, toNumber } from "../../numbers.js";
import { requestFor } from "../../session.js";
import { entriesIn, isComplete, MOST_ENTRIES, numbersOf, parametersOf } from "./parameters.js";
import { canUndo, extended } from "./path.js";
import { changeOf, steppedInputs } from "./update.js";

/** Whether the answer belongs to the program and the inputs as they are now. */
export function isSettled({ answer, answered, inputs, source, problem }) {
  return answer !== null && !problem && answered === inputs && answer.expression.source === source;
}

/** Whether a descent can start: a loss that is one number, and parameters, not too many. */
export function isReady(state) {
  if (!state.answer || state.problem || state.answer.output.shape.length) return false;
  const names = parametersOf(state);
  return names.length > 0 && entriesIn(state.answer, names) <= MOST_ENTRIES;
}

const pointOf = ({ inputs, answer }) => ({ inputs, loss: toNumber(answer.output.value) });

/**
 * Drives `store.descent`: `null` until the first step, then `{points, last, left, ended}` with the points so far, the last
 * step `{rate, changes}`, the steps still to take, and why it ended: `null`, `"nonfinite"` or `"failed"`. A change by hand
 * ends it, and the next step starts anew.
 */
export class Runner {
  #store;
  #session;
  #api;
  #awaited = null; // the step that is on its way: its inputs, rate and changes
  #asking = false; // for all entries of large arrays

  constructor(store, session, api) {
    this.#store = store;
    this.#session = session;
    this.#api = api;
    store.subscribe((now, before) => now.descent && this.#follow(now, before));
  }

  /** Takes so many steps, unless one is on its way. */
  run(count) {
    const state = this.#store.get();
    if (this.#awaited || this.#asking || !isSettled(state) || !isReady(state)) return;
    const begun = { points: [pointOf(state)], last: null, ...state.descent };
    this.#store.set({ descent: { ...begun, left: count, ended: null } });
    this.#advance();
  }

  /** Takes no step after the one that is on its way. */
  pause() {
    if (this.#store.get().descent) this.#patch({ left: 0 });
  }

  /** Takes the last step back, or the one that is on its way. */
  undo() {
    const { points } = this.#store.get().descent;
    if (this.#awaited) this.#goTo(points);
    else if (canUndo(points)) this.#goTo(points.slice(0, -1));
  }

  restart() {
    this.#goTo(this.#store.get().descent.points.slice(0, 1));
  }

  #patch(changes) {
    this.#store.set({ descent: { ...this.#store.get().descent, ...changes } });
  }

  #goTo(points) {
    this.#awaited = null;
    this.#patch({ points, last: null, left: 0, ended: null });
    this.#session.giveAll(points.at(-1).inputs);
  }

  /** Values and gradients of the parameters; `null` when they cannot be had. */
  async #numbersFor(state) {
    const names = parametersOf(state);
    const known = numbersOf(state, names);
    if (isComplete(known)) return known;
    const { kind, data } = await this.#api.evaluate({ ...requestFor(state), layout: false, values: "full" });
    return kind === "answer" ? numbersOf({ ...state, answer: data }, names) : null;
  }

  async #advance() {
    const state = this.#store.get();
    if (this.#asking || !isSettled(state)) return;
    this.#asking = true;
    const numbers = await this.#numbersFor(state);
    this.#asking = false;
    const now = this.#store.get();
    if (now.inputs !== state.inputs || !now.descent?.left) return; // no longer wanted
    if (numbers) this.#take(now, numbers);
    else this.#patch({ left: 0, ended: "failed" });
  }

  #take({ rate, descent, inputs }, numbers) {
    const stepped = steppedInputs(inputs, numbers, rate);
    if (!stepped) return this.#patch({ left: 0, ended: "nonfinite" });
    this.#awaited = { inputs: stepped, rate, changes: numbers.map((one) => changeOf(one, rate)) };
    this.#patch({ left: descent.left - 1 });
    return this.#session.giveAll(stepped);
  }

  #follow(now, before) {
    if (this.#isForeign(now, before)) this.#forget();
    else if (now.problem && !before.problem) this.#patch({ left: 0 });
    else if (now.answer !== before.answer && this.#awaited?.inputs === now.inputs && isSettled(now)) this.#arrived(now);
  }

  /** Whether a change was made by hand, not by a step. */
  #isForeign(now, before) {
    const own = (this.#awaited ?? now.descent.points.at(-1)).inputs;
    const isOther = now.inputs !== before.inputs && now.inputs !== own;
    return isOther || now.source !== before.source || now.upstream !== before.upstream;
  }

  #forget() {
    this.#awaited = null;
    this.#store.set({ descent: null });
  }

  #arrived(state) {
    const { rate, changes } = this.#awaited;
    this.#awaited = null;
    const point = pointOf(state);
    const end = isFinite(point.loss) ? {} : { left: 0, ended: "nonfinite" };
    this.#patch({ points: extended(state.descent.points, point), last: { rate, changes }, ...end });
    if (this.#store.get().descent.left) this.#advance();
  }
}
