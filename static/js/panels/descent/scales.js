// The axes of the loss's plot. Pure.

/** Losses that span more than this are drawn on a logarithmic scale. */
const WIDE = 1000;

/** Whether all losses are positive and far apart. */
export function isWide(losses) {
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  return low > 0 && high / low > WIDE;
}

/** From 0 where that does not flatten the curve; else a little more than the losses themselves. */
function linearDomain(losses) {
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  if (low >= 0 && low <= 0.7 * high) return [0, high];
  const room = (high - low || Math.abs(high) || 1) * 0.1;
  return [low - room, high + room];
}

const between = ([from, to], [first, last]) => (number) => first + ((number - from) / (to - from)) * (last - first);

/** `{y, low, high}`: the height of a loss within `range`, and the losses at the ends of the axis. */
export function lossScale(losses, range) {
  if (isWide(losses)) {
    const [low, high] = [Math.min(...losses), Math.max(...losses)];
    const y = between([Math.log(low), Math.log(high)], range);
    return { y: (loss) => y(Math.log(loss)), low, high };
  }
  const [low, high] = linearDomain(losses);
  return { y: between([low, high === low ? low + 1 : high], range), low, high };
}

/** The place of a step within `range`: room for ten at first. */
export const stepScale = (count, range) => between([0, Math.max(10, count)], range);

/** Numbered losses that can be drawn. */
export const drawable = (losses) => losses.map((loss, step) => ({ step, loss })).filter(({ loss }) => Number.isFinite(loss));
