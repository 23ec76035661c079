// A circuit without its numbers, as on a card: wires, gates and names, placed as the engine's layout places them.

import { s } from "./dom.js";
import { nameParts } from "./names.js";

const WIDTH = 348;
const HEIGHT = 112;
const GATE = 21; // height of a gate's body
const LEAST_PITCH = 27; // columns closer than this get smaller gates
const STUB = 14; // the output's free end
const NAME = 30; // room for a name, left of its wire
const CLOSEST = { x: 0.43, y: 0.62 }; // a small circuit keeps this much of the layout's room

const isName = ({ shape }) => shape === "name" || shape === "constant";

function bodyWidth({ shape, label }) {
  if (isName({ shape })) return 0;
  const letters = [...label].length;
  return shape === "circle" && letters < 3 ? GATE : Math.max(GATE + 6, 5.8 * letters + 10);
}

function spread(numbers) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return { least, most, room: most - least };
}

/** The smallest distance between two columns of gates. */
function columnPitch(nodes) {
  const places = [...new Set(nodes.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  return Math.min(Infinity, ...places.slice(1).map((x, i) => x - places[i]));
}

/** Places in a picture of 348×112: `{nodes: [{id, label, shape, x, y, width}], size}`; `size` scales gates and text. */
export function placed({ nodes }) {
  const [across, down] = [spread(nodes.map(({ x }) => x)), spread(nodes.map(({ y }) => y))];
  const scale = {
    x: Math.min(CLOSEST.x, (WIDTH - NAME - STUB - GATE) / (across.room || 1)),
    y: Math.min(CLOSEST.y, (HEIGHT - GATE - 3) / (down.room || 1)),
  };
  const size = Math.max(0.3, Math.min(1, (columnPitch(nodes) * scale.x) / LEAST_PITCH));
  const middle = WIDTH / 2 - ((across.most - across.least) * scale.x - NAME / 2 + STUB) / 2;
  const place = (node) => ({
    id: node.id, label: node.label, shape: node.shape, width: bodyWidth(node) * size,
    x: middle + (node.x - across.least) * scale.x,
    y: HEIGHT / 2 + (node.y - (down.least + down.most) / 2) * scale.y,
  });
  return { nodes: nodes.map(place), size };
}

/** How far from a gate's axis the operand in a slot arrives: in written order, from above to below. */
function port(slot, count, size) {
  return count < 2 ? 0 : size * 12 * (slot / (count - 1) - 0.5);
}

/** The path of each wire: level for as long as it can, then a curve into the operand's port. */
export function wirePaths(answer, { nodes, size }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const slots = new Map(answer.nodes.map((node) => [node.id, node.operands?.length ?? 0]));
  return answer.edges.map(({ source, target, operand }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    const [x1, x2] = [from.x + from.width / 2, to.x - to.width / 2];
    const y2 = to.y + port(operand, slots.get(target), size);
    const bend = Math.max(x1, x2 - 30);
    const middle = (bend + x2) / 2;
    return `M${x1},${from.y}H${bend}C${middle},${from.y} ${middle},${y2} ${x2},${y2}`;
  });
}

const ROUND = { circle: 0.5, stadium: 0.5 };

function gateElement({ x, y, width, label, shape }, size) {
  const height = GATE * size;
  const body = s("rect", { class: "b", x: x - width / 2, y: y - height / 2, width, height, rx: height * (ROUND[shape] ?? 0.2) });
  return s("g", {}, body, s("text", { x, y: y + 3.8 * size, "font-size": 10.5 * size }, label));
}

function nameElement({ x, y, label }, size) {
  const { base, subscript } = nameParts(label);
  const text = s("text", { class: "n", x: x - 5, y: y + 4, "font-size": 15 * Math.max(size, 0.7) }, base);
  if (subscript) text.append(s("tspan", { class: "sub", dy: 3 }, subscript));
  return text;
}

/** Draws the circuit of `answer` (evaluated with its layout) into an `svg` element with the view box 0 0 348 112. */
export function thumbnail(svg, answer) {
  const picture = placed(answer.layout);
  const output = picture.nodes.find(({ id }) => id === answer.output.node);
  const end = `M${output.x + output.width / 2},${output.y}h${STUB}`;
  const wires = [...wirePaths(answer, picture), end].map((d) => s("path", { d }));
  const bodies = picture.nodes.map((node) => (isName(node) ? nameElement : gateElement)(node, picture.size));
  svg.replaceChildren(s("g", { class: "lines" }, ...wires), ...bodies);
}
