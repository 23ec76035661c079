/** Which part of a large circuit is in view, and what lies under a point. Pure. */

/** Circuits of more nodes are drawn only as far as they are in view, and do not glide. */
export const MANY = 300;

/** Of circuits of more nodes all gates and names are there, for the keys and for screen readers, but wires and numbers in view. */
export const SOME = 100;

const ROOM = 60; // around a node: its numbers, its name, the ring of a selected gate
const extents = new WeakMap();

const pairs = (numbers) => Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);

function boxAround(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The strokes of a path of M, H, V, L and C, each as the box around its ends and handles. */
export function strokes(path) {
  const boxes = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([MHVLC])([^MHVLC]*)/g)) {
    const numbers = rest.match(/-?[\d.]+/g).map(Number);
    const points = { H: [[numbers[0], y]], V: [[x, numbers[0]]] }[command] ?? pairs(numbers);
    if (command !== "M") boxes.push(boxAround([[x, y], ...points]));
    [x, y] = points.at(-1);
  }
  return boxes;
}

/** The box around all ends and handles of a path: in one go, for there are ten thousand of them in a large circuit. */
export function pathExtent(path) {
  const [xs, ys] = [[], []];
  let command = "";
  let isX = true;
  for (const part of path.match(/[MHVLC]|-?[\d.]+/g)) {
    if (part >= "A") command = part;
    else if (command === "H" || (command !== "V" && isX)) xs.push(Number(part));
    else ys.push(Number(part));
    isX = part >= "A" || !isX;
  }
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function nodeExtent({ x, y, width, height, stub, numbers, wire }) {
  const trunk = wire ? pathExtent(wire) : { left: x, top: y, right: x, bottom: y };
  return {
    left: Math.min(x - width / 2, trunk.left) - ROOM,
    right: Math.max(stub[1], numbers.x + numbers.width / 2, trunk.right) + ROOM,
    top: Math.min(y - Math.max(height / 2, numbers.above), trunk.top) - ROOM / 2,
    bottom: Math.max(y + Math.max(height / 2, numbers.below), trunk.bottom) + ROOM / 2,
  };
}

function measured(layout) {
  if (!extents.has(layout)) {
    extents.set(layout, { nodes: layout.nodes.map(nodeExtent), edges: layout.edges.map(({ path }) => pathExtent(path)) });
  }
  return extents.get(layout);
}

/** The layout with only those nodes and wires that reach into the box `seen`. */
export function inView(layout, seen) {
  const [right, bottom] = [seen.x + seen.width, seen.y + seen.height];
  const isSeen = (box) => box.left <= right && box.right >= seen.x && box.top <= bottom && box.bottom >= seen.y;
  const { nodes, edges } = measured(layout);
  return {
    ...layout,
    nodes: layout.nodes.filter((_, i) => isSeen(nodes[i])),
    edges: layout.edges.filter((_, i) => isSeen(edges[i])),
  };
}

const NEAR = 12; // circuit pixels beside a gate that still count as the gate, where it is drawn small

/** The node under a point, or the nearest one within reach; `null` where there is none. */
export function nodeAt({ nodes }, point, reach = NEAR) {
  let [best, least] = [null, reach];
  for (const { id, x, y, width, height, shape } of nodes) {
    const middle = shape === "name" || shape === "constant" ? x - width / 2 : x;
    const away = Math.max(Math.abs(point.x - middle) - width / 2, Math.abs(point.y - y) - height / 2);
    if (away < least) [best, least] = [id, away];
  }
  return best;
}
