/** Something that changes little by little, once in each frame. */

/** Slow at both ends. */
export const easeInOut = (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** Calls `step(t)` in each frame with `t` from 0 to 1 in `duration` milliseconds, then `done()`; gives what ends it early. */
export function tween(duration, step, done = () => {}) {
  const started = performance.now();
  let frame = null;

  function next(now) {
    const t = Math.min(Math.max((now - started) / duration, 0), 1);
    frame = t < 1 ? requestAnimationFrame(next) : null;
    step(t);
    if (t === 1) done();
  }

  frame = requestAnimationFrame(next);
  return () => cancelAnimationFrame(frame);
}
