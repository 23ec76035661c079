// Learning rates: 1, 2, 5 in each power of ten, and any other that is typed. Pure.

import { parseNumber } from "../../values.js";

const POWERS = [-5, -4, -3, -2, -1, 0];

/** The rates that the slider stops at. */
export const RATES = [...POWERS.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`))), 10];

/** The slider's place for a rate: the nearest stop on a logarithmic scale. */
export function placeOf(rate) {
  const distances = RATES.map((stop) => Math.abs(Math.log(stop / rate)));
  return distances.indexOf(Math.min(...distances));
}

/** The next stop above (`direction` 1) or below (−1) a rate; the rate itself when there is none. */
export function nextRate(rate, direction) {
  const stops = direction > 0 ? RATES : RATES.toReversed();
  return stops.find((stop) => (stop - rate) * direction > rate * 1e-9) ?? rate;
}

/** A rate to try when this one is too large. */
export const calmerRate = (rate) => [...RATES].reverse().find((stop) => stop < rate * 0.6) ?? Number((rate / 10).toPrecision(6));

/** A rate as typed; `null` when it is no number above 0. */
export function parseRate(text) {
  const rate = parseNumber(text);
  return rate !== null && rate > 0 ? rate : null;
}

/** A rate as it is typed: `0.1`. */
export const plainRate = (rate) => String(rate).replace("e+", "e").replace("-", "\u2212");

/** A rate as it stands in an equation: `0.10`, and never rounded to another one. */
export function rateText(rate, digits) {
  const fixed = rate.toFixed(digits);
  return Number(fixed) === rate && rate < 1e4 ? fixed : plainRate(rate);
}
