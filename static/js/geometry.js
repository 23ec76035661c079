/** Outlines, brackets and view boxes in circuit pixels. Pure. */

const places = new WeakMap();

/** The places of a layout's nodes by their ids, found once for each layout. */
export function placesOf(layout) {
  if (!places.has(layout)) places.set(layout, new Map(layout.nodes.map((place) => [place.id, place])));
  return places.get(layout);
}

/** The rounded rectangle of a width and height around a centre, grown by `by` on each side. */
function roundedRect(x, y, width, height, radius, by = 0) {
  const [w, h, r] = [width + 2 * by, height + 2 * by, Math.max(radius + by, 0)];
  const [left, top] = [x - w / 2, y - h / 2];
  const arc = (dx, dy) => `a${r},${r} 0 0 1 ${dx},${dy}`;
  return (
    `M${left + r},${top}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}` +
    `h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`
  );
}

function roundedLowerHalf(x, y, width, height, radius) {
  const [w, h] = [width - 3, height / 2 - 1.5];
  const r = Math.min(Math.max(radius - 1.5, 0), h);
  return `M${x - w / 2},${y}h${w}v${h - r}a${r},${r} 0 0 1 ${-r},${r}h${2 * r - w}a${r},${r} 0 0 1 ${-r},${-r}z`;
}

const FUNNEL_SPOUT = 22; // height on the right, where fewer numbers leave

function funnelCorners(x, y, width, height, by) {
  const [left, right] = [x - width / 2 - by, x + width / 2 + by];
  return { left, right, top: y - height / 2 - by, bottom: y + height / 2 + by, half: FUNNEL_SPOUT / 2 + by };
}

function funnel(x, y, width, height, by = 0) {
  const { left, right, top, bottom, half } = funnelCorners(x, y, width, height, by);
  return (
    `M${left + 5},${top}L${right - 4},${y - half}Q${right},${y - half + 1} ${right},${y - half + 5}V${y + half - 5}` +
    `Q${right},${y + half - 1} ${right - 4},${y + half}L${left + 5},${bottom}Q${left},${bottom} ${left},${bottom - 6}` +
    `V${top + 6}Q${left},${top} ${left + 5},${top}Z`
  );
}

function funnelLowerHalf(x, y, width, height) {
  const { left, right, bottom, half } = funnelCorners(x, y, width, height, -1.5);
  return (
    `M${left},${y}H${right}V${y + half - 3}Q${right},${y + half - 0.5} ${right - 3},${y + half + 0.5}` +
    `L${left + 4},${bottom}Q${left},${bottom} ${left},${bottom - 4}Z`
  );
}

const SQUARE_RADIUS = 7;

function radiusOf({ shape, height }) {
  return shape === "circle" || shape === "stadium" ? height / 2 : SQUARE_RADIUS;
}

/** The hairlines inside the left and right edge of a gate that only moves numbers about. */
function hairlines({ x, y, width, height }) {
  const line = (at) => `M${at},${y - height / 2}v${height}`;
  return line(x - width / 2 + 5) + line(x + width / 2 - 5);
}

/** A gate's outline, `by` pixels outside its body. */
export function outline(gate, by = 0) {
  const { shape, x, y, width, height } = gate;
  return shape === "funnel" ? funnel(x, y, width, height, by) : roundedRect(x, y, width, height, radiusOf(gate), by);
}

const SECOND_RIM = 3.5; // pixels inside the first

/** `{body, half, rim, detail}`: a gate's outline, its lower half, a composite's second rim and the lines inside it. */
export function gatePaths(gate) {
  const { shape, x, y, width, height } = gate;
  const half =
    shape === "funnel" ? funnelLowerHalf(x, y, width, height) : roundedLowerHalf(x, y, width, height, radiusOf(gate));
  const rim = gate.composite ? outline(gate, -SECOND_RIM) : "";
  return { body: outline(gate), half, rim, detail: shape === "rearranging" ? hairlines(gate) : "" };
}

/** A pair of square brackets around a box of a width and height whose top left corner is `left`, `top`. */
export function brackets(left, top, width, height) {
  return `M${left + 4},${top}h-4v${height}h4M${left + width - 4},${top}h4v${height}h-4`;
}

const clamp = (scale, [least, most]) => Math.min(Math.max(scale, least), most);

/** The height of a box that is as wide as `width`, as far as the least and the greatest of `scales` allow. */
export const heightIn = (box, width, scales) => box.height * clamp(width / box.width, scales);

/**
 * The transform `{k, x, y}` that shows `box` in a viewport: whole and centred where `scales` ([least, most]) allow,
 * else from its left edge.
 */
export function fit(box, viewport, scales) {
  const k = clamp(Math.min(viewport.width / box.width, viewport.height / box.height), scales);
  const place = (size, start, room) => (size * k > room ? 0 : (room - size * k) / 2) - start * k;
  return { k, x: place(box.width, box.x, viewport.width), y: place(box.height, box.y, viewport.height) };
}

function clampAxis(offset, k, start, size, room) {
  const [atStart, atEnd] = [-start * k, room - (start + size) * k];
  if (atEnd >= atStart) return (atStart + atEnd) / 2;
  return Math.min(Math.max(offset, atEnd), atStart);
}

/** The transform that brings a point to the middle of the viewport, but no further than the box's edges. */
export function centreOn(point, k, box, viewport) {
  return {
    k,
    x: clampAxis(viewport.width / 2 - point.x * k, k, box.x, box.width, viewport.width),
    y: clampAxis(viewport.height / 2 - point.y * k, k, box.y, box.height, viewport.height),
  };
}

/** The part of the circuit that a viewport shows under a transform, as a box in circuit pixels. */
export function windowOf({ k, x, y }, viewport) {
  return { x: -x / k, y: -y / k, width: viewport.width / k, height: viewport.height / k };
}

/** The common part of two boxes, at least a pixel in size. */
export function intersect(a, b) {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return { x, y, width: Math.max(right - x, 1), height: Math.max(bottom - y, 1) };
}

/** The smallest box around a box and others. */
export function enclosing(box, others) {
  const all = [box, ...others];
  const x = Math.min(...all.map((one) => one.x));
  const y = Math.min(...all.map((one) => one.y));
  const right = Math.max(...all.map((one) => one.x + one.width));
  const bottom = Math.max(...all.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether `inner` lies within `outer`, give or take half a pixel. */
export function contains(outer, inner) {
  const slack = 0.5;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}
