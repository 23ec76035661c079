// A circuit without its numbers, as on a card: wires, gates and names, placed as the engine's layout places them.

import { s } from "./dom.js";
import { nameParts } from "./names.js";

const WIDTH = 348;
const HEIGHT = 112;
const GATE = 21; // height of a gate's body
const LEAST = 0.3; // scale of the smallest gates
const APART = 3; // between neighbouring gates
const STUB = 14; // the output's free end
const NAME = 30; // least room for names, left of their wires
const LETTER = 7.5; // width of a letter of a name
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

/** The scale of a gate at which it keeps apart from those that stand beside it. */
function sizeOf(node, gates, scale) {
  const sizes = gates.filter((other) => other !== node).map((other) => {
    const [dx, dy] = [Math.abs(node.x - other.x) * scale.x, Math.abs(node.y - other.y) * scale.y];
    return dy < GATE ? (2 * (dx - APART)) / (bodyWidth(node) + bodyWidth(other)) : 1;
  });
  return Math.max(LEAST, Math.min(1, ...sizes));
}

/** The scale of each node by its id: that of its neighbourhood for a gate, that of the largest gate for a name. */
function sizesOf(nodes, scale) {
  const gates = nodes.filter((node) => !isName(node));
  const sizes = new Map(gates.map((node) => [node.id, sizeOf(node, gates, scale)]));
  const largest = Math.max(LEAST, ...sizes.values());
  return (node) => sizes.get(node.id) ?? largest;
}

/** The room that the names need left of the first column, the widest one that stands there. */
function roomForNames(nodes, first) {
  const widths = nodes.filter((node) => isName(node) && node.x === first).map(({ label }) => 8 + LETTER * [...label].length);
  return Math.max(NAME, ...widths);
}

/** Places in a picture of 348×112: `[{id, label, shape, x, y, width, size}]`; `size` scales body and text. */
export function placed({ nodes }) {
  const [across, down] = [spread(nodes.map(({ x }) => x)), spread(nodes.map(({ y }) => y))];
  const room = roomForNames(nodes, across.least);
  const scale = {
    x: Math.min(CLOSEST.x, (WIDTH - room - STUB - GATE) / (across.room || 1)),
    y: Math.min(CLOSEST.y, (HEIGHT - GATE - 3) / (down.room || 1)),
  };
  const size = sizesOf(nodes, scale);
  const middle = WIDTH / 2 - ((across.most - across.least) * scale.x - room / 2 + STUB) / 2;
  const place = (node) => ({
    id: node.id, label: node.label, shape: node.shape, width: bodyWidth(node) * size(node), size: size(node),
    x: middle + (node.x - across.least) * scale.x,
    y: HEIGHT / 2 + (node.y - (down.least + down.most) / 2) * scale.y,
  });
  return nodes.map(place);
}

/** How far from a gate's axis the operand in a slot arrives: in written order, from above to below. */
function port(slot, count, size) {
  return count < 2 ? 0 : size * 12 * (slot / (count - 1) - 0.5);
}

/** The path of each wire: level for as long as it can, then a curve into the operand's port. */
export function wirePaths(answer, nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const slots = new Map(answer.nodes.map((node) => [node.id, node.operands?.length ?? 0]));
  return answer.edges.map(({ source, target, operand }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    const [x1, x2] = [from.x + from.width / 2, to.x - to.width / 2];
    const y2 = to.y + port(operand, slots.get(target), to.size);
    const bend = Math.max(x1, x2 - 30);
    const middle = (bend + x2) / 2;
    return `M${x1},${from.y}H${bend}C${middle},${from.y} ${middle},${y2} ${x2},${y2}`;
  });
}

const ROUND = { circle: 0.5, stadium: 0.5 };

function gateElement({ x, y, width, label, shape, size }) {
  const height = GATE * size;
  const body = s("rect", { class: "b", x: x - width / 2, y: y - height / 2, width, height, rx: height * (ROUND[shape] ?? 0.2) });
  return s("g", {}, body, s("text", { x, y: y + 3.8 * size, "font-size": 10.5 * size }, label));
}

function nameElement({ x, y, label, size }) {
  const { base, subscript } = nameParts(label);
  const text = s("text", { class: "n", x: x - 5, y: y + 4, "font-size": 15 * Math.max(size, 0.7) }, base);
  if (subscript) text.append(s("tspan", { class: "sub", dy: 3 }, subscript));
  return text;
}

/** Draws the circuit of `answer` (evaluated with its layout) into an `svg` element with the view box 0 0 348 112. */
export function thumbnail(svg, answer) {
  const nodes = placed(answer.layout);
  const output = nodes.find(({ id }) => id === answer.output.node);
  const end = `M${output.x + output.width / 2},${output.y}h${STUB}`;
  const wires = [...wirePaths(answer, nodes), end].map((d) => s("path", { d }));
  const bodies = nodes.map((node) => (isName(node) ? nameElement : gateElement)(node));
  svg.replaceChildren(s("g", { class: "lines" }, ...wires), ...bodies);
}
