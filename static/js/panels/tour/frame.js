// The numbered frame of the tour: around numbers or a gate of the figure, or around the play button.

import { s } from "../../dom.js";

const ROOM = 5; // between a gate and its frame
const BADGE = 10.5; // radius of the number's disc

const placeOf = (answer, id) => answer.layout.nodes.find((place) => place.id === id);

function aroundNumbers(answer, { id }) {
  const { numbers, y } = placeOf(answer, id);
  const box = { x: numbers.x - numbers.width / 2 + 2, y: y - 30, width: numbers.width - 4, height: 59 };
  return { ...box, badge: { x: box.x + box.width, y: box.y } };
}

function aroundGate(answer, { id }) {
  const { x, y, width, height } = placeOf(answer, id);
  const box = { x: x - width / 2 - ROOM, y: y - height / 2 - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM };
  return { ...box, badge: { x: box.x, y: box.y + box.height } };
}

const gatesOf = (answer) => answer.nodes.filter(({ kind }) => kind === "gate");

/** Where the two numbers of a wire may be pointed at, the best place first: the last sum, or what a narrow page shows. */
function numberPlaces(answer) {
  const gates = gatesOf(answer);
  const sums = gates.filter(({ gate, operands }) => gate === "add" && operands.length === 2);
  return [...sums.reverse(), ...gates].map((node) => aroundNumbers(answer, node));
}

/** Which gate may be pointed at: exp, whose rule tells most, else any. */
function gatePlaces(answer) {
  const gates = gatesOf(answer);
  const first = gates.filter(({ gate }) => gate === "exp");
  return [...first, ...gates].map((node) => aroundGate(answer, node));
}

const PLACES = { 1: numberPlaces, 3: gatePlaces };

/** The boxes in the circuit that a step may point at, the best one first, each with a free corner for its number. Pure. */
export const framedPlaces = (answer, step) => PLACES[step]?.(answer) ?? [];

function draw(frame, { badge, ...box }, step) {
  frame.replaceChildren(
    s("rect", { ...box, rx: 8 }),
    s("circle", { cx: badge.x, cy: badge.y, r: BADGE }),
    s("text", { x: badge.x, y: badge.y + 4.5 }, String(step)),
  );
}

/** Whether all of the frame can be seen: within the drawing, and within the window. */
function isSeen(frame, drawing) {
  const [box, room] = [frame.getBoundingClientRect(), drawing.getBoundingClientRect()];
  const across = box.left >= room.left && box.right <= room.right;
  return across && box.top >= Math.max(room.top, 0) && box.bottom <= Math.min(room.bottom, innerHeight);
}

/** `show(answer, step)` points at what a step speaks of; `show(answer, null)` at nothing. */
export function createFrame(figure, stepper) {
  const frame = s("g", { class: "tourframe", "aria-hidden": "true" });

  function showInCircuit(answer, step) {
    figure.querySelector(".viewport").append(frame);
    const places = framedPlaces(answer, step);
    const isFree = (place) => {
      draw(frame, place, step);
      return isSeen(frame, figure.querySelector(".circuit"));
    };
    if (!places.some(isFree)) draw(frame, places[0], step);
  }

  return function show(answer, step) {
    const play = stepper.querySelector(".transport .big");
    if (step === 2) play.dataset.tour = step;
    else delete play.dataset.tour;
    if (PLACES[step]) showInCircuit(answer, step);
    else frame.remove();
  };
}
