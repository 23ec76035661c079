// The loss against the number of steps: a line, a hollow point at the start, a full one now.

import { line } from "d3-shape";
import { s } from "../../dom.js";
import { formatNumber } from "../../numbers.js";
import { drawable, isWide, lossScale, stepScale } from "./scales.js";

const [WIDTH, HEIGHT] = [320, 148];
const [LEFT, RIGHT, TOP, BOTTOM] = [50, 312, 10, 122];

function axes(count, { low, high }, write) {
  return [
    s("path", { class: "axis", d: `M${LEFT},${TOP}V${BOTTOM}H${RIGHT}` }),
    s("text", { class: "tick", x: LEFT - 10, y: TOP + 4, "text-anchor": "end" }, write(high)),
    s("text", { class: "tick", x: LEFT - 10, y: BOTTOM, "text-anchor": "end" }, write(low)),
    s("text", { class: "tick", x: LEFT, y: BOTTOM + 17 }, "0"),
    s("text", { class: "tick", x: RIGHT, y: BOTTOM + 17, "text-anchor": "end" }, String(Math.max(10, count))),
  ];
}

function curve(points, x, y) {
  const path = line().x(({ step }) => x(step)).y(({ loss }) => y(loss));
  const [first, last] = [points[0], points.at(-1)];
  return [
    s("path", { class: "curve", d: path(points) }),
    s("circle", { class: "first", cx: x(first.step), cy: y(first.loss), r: 3.5 }),
    s("circle", { class: "now", cx: x(last.step), cy: y(last.loss), r: 4.5 }),
  ];
}

function contents(losses, digits, t) {
  const points = drawable(losses);
  if (!points.length) return [];
  const count = losses.length - 1;
  const scale = lossScale(points.map(({ loss }) => loss), [BOTTOM, TOP]);
  const x = stepScale(count, [LEFT, RIGHT]);
  const kind = isWide(points.map(({ loss }) => loss)) ? t("descent.axis_log") : t("descent.axis");
  const name = s("text", { class: "tick", x: (LEFT + RIGHT) / 2, y: BOTTOM + 17, "text-anchor": "middle" }, kind);
  return [...axes(count, scale, (loss) => formatNumber(loss, digits)), name, ...curve(points, x, scale.y)];
}

/** A plot that `show(losses, digits)` draws anew. */
export function createPlot(t) {
  const element = s("svg", { class: "lossplot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
  return {
    element,
    show(losses, digits) {
      const [start, now] = [losses[0], losses.at(-1)].map((loss) => formatNumber(loss, digits));
      element.setAttribute("aria-label", t("descent.plot", { start, now, count: losses.length - 1 }));
      element.replaceChildren(...contents(losses, digits, t));
    },
  };
}
