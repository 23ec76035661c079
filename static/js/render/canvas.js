/** A large circuit from afar, on a canvas: the strokes, colours and states of the drawing, without its numbers. */

const TONES = ["wire", "idle", "accent", "surface", "ink", "ink3", "gradsoft", "onaccent"];
const LABELLED = 0.3; // scale from which labels can be read
const LINE = 1.4; // width of a line in circuit pixels, but at least
const HAIR = 0.8; // so much on the screen
const paths = new WeakMap();

/** The drawables of a layout as paths, made once. */
function pathsOf(layout) {
  if (!paths.has(layout)) paths.set(layout, new Map());
  const known = paths.get(layout);
  return (key, text) => {
    if (!known.has(key)) known.set(key, new Path2D(text));
    return known.get(key);
  };
}

/** The colours of the theme as a canvas takes them: those of the page, worked out by the browser. */
function tonesOf(element) {
  const style = getComputedStyle(element);
  const tone = (name) => {
    element.style.color = `var(--${name})`;
    return style.color;
  };
  return Object.fromEntries(TONES.map((name) => [name, tone(name)]));
}

/** All paths of the items that `belongs` as one. */
function joined(items, belongs, pathOf) {
  const whole = new Path2D();
  for (const item of items) if (belongs(item)) whole.addPath(pathOf(item));
  return whole;
}

function stroke(context, path, { colour, width, dash = [] }) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
}

function drawWires(context, { wires }, path, tone, thin) {
  const pathOf = (item) => path(item.id, item.path);
  const styles = {
    idle: { colour: tone.idle, width: thin, dash: [2, 4] },
    done: { colour: tone.wire, width: thin },
    current: { colour: tone.accent, width: 2 * thin },
  };
  for (const [state, style] of Object.entries(styles)) stroke(context, joined(wires, (item) => item.state === state, pathOf), style);
}

function fill(context, path, colour) {
  context.fillStyle = colour;
  context.fill(path);
}

function drawGates(context, { gates }, path, tone, thin) {
  const bodyOf = (item) => path(`${item.id}-body`, item.body);
  const is = (...states) => (item) => states.includes(item.state);
  fill(context, joined(gates, () => true, bodyOf), tone.surface);
  fill(context, joined(gates, is("backward"), (item) => path(`${item.id}-half`, item.half)), tone.gradsoft);
  fill(context, joined(gates, is("current"), bodyOf), tone.accent);
  stroke(context, joined(gates, is("pending"), bodyOf), { colour: tone.idle, width: thin });
  stroke(context, joined(gates, is("forward", "backward"), bodyOf), { colour: tone.ink, width: thin });
}

function drawLabels(context, { gates }, tone) {
  context.textAlign = "center";
  context.font = "500 13px sans-serif";
  for (const { x, y, label, state } of gates) {
    context.fillStyle = state === "current" ? tone.onaccent : state === "pending" ? tone.ink3 : tone.ink;
    context.fillText(label, x, y + 4.8);
  }
}

/** Draws a scene into a canvas of a size in CSS pixels, under the transform `{k, x, y}`. */
export function paint(canvas, scene, layout, { k, x, y }, { width, height }) {
  const sharp = devicePixelRatio || 1;
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const context = canvas.getContext("2d");
  context.setTransform(k * sharp, 0, 0, k * sharp, x * sharp, y * sharp);
  const [path, tone] = [pathsOf(layout), tonesOf(canvas)];
  const thin = Math.max(LINE, HAIR / k);
  drawWires(context, scene, path, tone, thin);
  drawGates(context, scene, path, tone, thin);
  if (k >= LABELLED) drawLabels(context, scene, tone);
}
