// One request at a time: what is wanted is done in order, new text breaks off what runs, new numbers wait for it.

/** Seconds after which a call is tried again that did not reach the server. */
export const OFFLINE_PAUSE = 3;

/** After so many milliseconds a reader is told that the work is still going on. */
const SLOW = 400;

const BROWSER_CLOCK = { set: (...call) => setTimeout(...call), clear: (id) => clearTimeout(id) };

/**
 * `jobs` maps names, in order of urgency, to functions that take an AbortSignal and resolve to the seconds to wait
 * before the next try, 0 when all is well. `onSlow(isSlow)` hears when the work takes long.
 */
export class Loop {
  #jobs;
  #onSlow;
  #clock;
  #wanted = new Set();
  #flight = null;
  #timer = null;

  constructor(jobs, onSlow, clock = BROWSER_CLOCK) {
    this.#jobs = jobs;
    this.#onSlow = onSlow;
    this.#clock = clock;
  }

  /** Wants a job done as soon as what runs is done; wanting it twice is wanting it once. */
  want(job) {
    this.#wanted.add(job);
    if (!this.#flight && this.#wanted.size === 1) this.run();
  }

  /** Breaks off what runs and wants a job done after a pause in milliseconds. */
  restart(job, pause) {
    this.#wanted.add(job);
    this.#flight?.abort();
    this.#flight = null;
    this.#schedule(pause);
  }

  /** Wants a job no longer. */
  forget(job) {
    this.#wanted.delete(job);
  }

  /** Does what is wanted, now. */
  async run() {
    this.#clock.clear(this.#timer);
    if (this.#flight) return;
    const mine = new AbortController();
    this.#flight = mine;
    const seconds = await this.#drain(mine.signal);
    if (this.#flight === mine) this.#rest(seconds);
  }

  #rest(seconds) {
    this.#flight = null;
    if (this.#wanted.size) this.#schedule(seconds * 1000);
  }

  #schedule(milliseconds) {
    this.#clock.clear(this.#timer);
    this.#timer = this.#clock.set(() => this.run(), milliseconds);
  }

  #next() {
    return Object.keys(this.#jobs).find((job) => this.#wanted.has(job));
  }

  /** One job; that many come one after the other, as while an input is dragged, does not make them slow. */
  async #timed(job, signal) {
    const slow = this.#clock.set(() => this.#onSlow(true), SLOW);
    const seconds = await this.#jobs[job](signal);
    this.#clock.clear(slow);
    if (!signal.aborted) this.#onSlow(false);
    return seconds;
  }

  async #drain(signal) {
    for (let job = this.#next(); job && !signal.aborted; job = this.#next()) {
      this.#wanted.delete(job);
      const seconds = await this.#timed(job, signal);
      if (seconds && !signal.aborted) this.#wanted.add(job);
      if (seconds) return seconds;
    }
    return 0;
  }
}
