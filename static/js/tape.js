/** The there-and-back track of the stepper: forward above, left to right; backward below, right to left. Pure. */

const INSET = 14; // from the left edge to the first gate
const TURN = 46; // from the last gate to the outermost point of the turn
const UPPER = 9;
const LOWER = 49;
const MIDDLE = (UPPER + LOWER) / 2;
const WIDEST_PITCH = 120;
const USUAL_LENGTH = 364; // between the first and the last gate, where there is room
const SHORT_LENGTH = 300; // where there is less
const LABELLED = 24; // most gates with a label each
const LETTER = 7.2; // width of a letter of a label

export const TAPE_HEIGHT = 58;

function pitchFor(count, width) {
  if (count < 2) return 0;
  const room = width - INSET - TURN - INSET;
  return Math.min(WIDEST_PITCH, room / (count - 1));
}

/** The width that a tape of `count` gates wants on a wide page, or on one of medium width. */
export function preferredWidth(count, wide = true) {
  const length = Math.min(WIDEST_PITCH * Math.max(count - 1, 0), wide ? USUAL_LENGTH : SHORT_LENGTH);
  return INSET + length + TURN + INSET;
}

function trackPath(end) {
  return `M${INSET},${UPPER}H${end}q20,0 20,20t-20,20H${INSET}`;
}

/** The lane and place of a step from 1 to 2n+1. */
function stop(step, count, pitch) {
  const turn = count + 1;
  const last = INSET + pitch * Math.max(count - 1, 0);
  if (step === turn) return { step, lane: "turn", x: last + TURN, y: MIDDLE };
  const lane = step < turn ? "forward" : "backward";
  const index = step < turn ? step - 1 : 2 * count + 1 - step;
  return { step, lane, x: INSET + pitch * index, y: step < turn ? UPPER : LOWER };
}

/** Every how many gates there is a dot: each of up to 24, else one in ten, or in a hundred … */
function tickInterval(count) {
  let every = 1;
  while (count / every > LABELLED) every *= 10;
  return every;
}

function ticks(count) {
  const every = tickInterval(count);
  const forward = Array.from({ length: count }, (_, i) => i + 1).filter((k) => k === 1 || k % every === 0);
  return [...forward, count + 1, ...forward.map((k) => 2 * count + 2 - k).reverse()];
}

function labelled(gates, pitch) {
  let end = -Infinity;
  return gates.flatMap((text, i) => {
    const [x, half] = [INSET + pitch * i, (text.length * LETTER) / 2];
    if (x - half < end) return [];
    end = x + half + 3;
    return [{ id: i, x, text }];
  });
}

/**
 * The tape for gates with these labels in forward order, in a width: `{width, track, stops, labels, at(step)}`.
 * `at(0)` is the start, left of the first gate's dot.
 */
export function createTape(gates, width) {
  const count = gates.length;
  const pitch = pitchFor(count, width);
  const end = INSET + pitch * Math.max(count - 1, 0);
  const at = (step) => (step <= 0 ? { step: 0, lane: "forward", x: 4, y: UPPER } : stop(step, count, pitch));
  return {
    width: end + TURN + INSET,
    track: trackPath(end + TURN - 20),
    stops: ticks(count).map(at),
    labels: count > LABELLED ? [] : labelled(gates, pitch),
    pitch,
    count,
    at,
  };
}

function indexAt({ pitch, count }, x) {
  return pitch ? Math.min(Math.max(Math.round((x - INSET) / pitch), 0), count - 1) : 0;
}

/** The step nearest to a point on the tape. */
export function stepNear(tape, x, y) {
  const { count, at } = tape;
  if (count === 0 || x > (at(count).x + at(count + 1).x) / 2) return count + 1;
  const index = indexAt(tape, x);
  if (y > MIDDLE) return 2 * count + 1 - index;
  return index === 0 && x < INSET / 2 ? 0 : index + 1;
}
