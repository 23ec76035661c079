/** The parts that can be folded: a brace with a label at each, and a box around the one that is looked at. Pure. */

import { foldable } from "../folding.js";
import { strokes } from "./window.js";

const [LEFT, RIGHT, UPRIGHT] = [10, 6, 12]; // from the gates to the box: at its left, at its right, above and below
const BRACE = 7; // from the numbers to the brace
const TICK = 5;
const CLEAR = 2; // between a wire and a label
const LETTER = 6.6; // width, at the size of the label
const LONGER = 10; // letters of a label beside the gate's name, with some room
const LINE = 22; // height of a label
const ASCENT = 15; // from its top to its baseline

const middleOf = ({ x, width }) => x + width / 2;

/** The box of a gate, with the numbers behind it unless it is the last one of its part. */
function extent({ x, y, width, height, numbers }, isLast) {
  return {
    left: x - width / 2,
    right: isLast ? x + width / 2 : numbers.x + numbers.width / 2,
    top: y - Math.max(height / 2, isLast ? 0 : numbers.above),
    bottom: y + Math.max(height / 2, isLast ? 0 : numbers.below),
  };
}

function boxOf(c, group) {
  const extents = group.nodes.map((id) => extent(c.places.get(id), id === group.id));
  const edge = (pick, key) => pick(...extents.map((box) => box[key]));
  const [x, y] = [edge(Math.min, "left") - LEFT, edge(Math.min, "top") - UPRIGHT];
  return { x, y, width: edge(Math.max, "right") + RIGHT - x, height: edge(Math.max, "bottom") + UPRIGHT - y };
}

/** What a label may not cover: gates, names, numbers and wires, as boxes. */
function obstacles({ layout }) {
  const nodes = layout.nodes.flatMap(({ x, y, width, height, numbers }) => [
    { x: x - width / 2, y: y - height / 2, width, height },
    { x: numbers.x - numbers.width / 2, y: y - numbers.above, width: numbers.width, height: numbers.above + numbers.below },
  ]);
  const paths = [...layout.edges.map(({ path }) => path), ...layout.nodes.map(({ wire }) => wire).filter(Boolean)];
  const wires = paths.flatMap(strokes).map(({ left, top, right, bottom }) => (
    { x: left, y: top - CLEAR, width: right - left, height: bottom - top + 2 * CLEAR }
  ));
  return [...nodes, ...wires];
}

const overlaps = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The two ways to write a label: above the part, or below it. */
function sides(box, gate) {
  const width = LETTER * (gate.length + LONGER);
  const x = middleOf(box) + (LEFT - RIGHT) / 2 - width / 2;
  const [over, under] = [box.y + UPRIGHT - BRACE, box.y + box.height - UPRIGHT + BRACE];
  return [
    { brace: over, tick: TICK, room: { x, y: over - LINE, width, height: LINE } },
    { brace: under, tick: -TICK, room: { x, y: under, width, height: LINE } },
  ];
}

function bracePath({ x, width }, { brace, tick }) {
  return `M${x + LEFT},${brace + tick}v${-tick}h${width - LEFT - RIGHT}v${tick}`;
}

/** Whether a gate of the part, or the part's label, is looked at. */
function isOpen(c, node, nodes) {
  return c.folding === node || nodes.includes(c.hovered) || nodes.includes(c.selected);
}

function foldItem(c, group, taken) {
  const box = boxOf(c, group);
  const free = sides(box, group.gate).find(({ room }) => !taken.some((other) => overlaps(room, other)));
  const side = free ?? sides(box, group.gate)[0];
  return {
    id: `fold:${group.id}`, node: group.id, gate: group.gate, box,
    brace: bracePath(box, side), x: middleOf(side.room), y: side.room.y + ASCENT, room: side.room,
    nodes: group.nodes, written: Boolean(free),
  };
}

function place(c) {
  const drawn = new Set(c.layout.nodes.map(({ id }) => id));
  const groups = foldable(c.answer).filter(({ id, nodes }) => nodes.length > 1 && drawn.has(id));
  const taken = groups.length ? obstacles(c) : [];
  return groups.map((group) => foldItem(c, group, taken));
}

const placed = new WeakMap(); // by layout: they stand where they stand, whatever the numbers are

/** The parts of more than one gate; a single gate is folded from within the inspector. */
export function foldItems(c) {
  if (!placed.has(c.layout)) placed.set(c.layout, place(c));
  return placed.get(c.layout).map(({ nodes, ...item }) => ({ ...item, open: isOpen(c, item.node, nodes) }));
}
