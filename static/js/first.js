// What a first visit shows, and what to try next.

/** The lecture's sigmoid circuit. */
export const FIRST = {
  source: "1/(1+exp(-(w0x0+w1x1+w2)))",
  inputs: { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 },
};

/** Four programs of the lecture with its numbers. */
export const TRIES = [
  { source: "(x + y) z", inputs: { x: -2, y: 5, z: -4 } },
  { source: "x*y + x", inputs: { x: 3, y: -4 } },
  { source: "2*(x*y + max(z,w))", inputs: { x: 3, y: -4, z: 2, w: -1 } },
  { source: "||W x||^2", inputs: { W: [[0.1, 0.5], [-0.3, 0.8]], x: [0.2, 0.4] }, digits: 3 },
];
