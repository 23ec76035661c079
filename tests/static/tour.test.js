import assert from "node:assert/strict";
import { test } from "node:test";
import { firstStep } from "../../static/js/panels/tour.js";
import { framedPlaces } from "../../static/js/panels/tour/frame.js";
import { answer } from "./fixtures.js";

const sigmoid = answer("sigmoid");
const placeOf = (gate) => {
  const { id } = sigmoid.nodes.find((node) => node.gate === gate);
  return sigmoid.layout.nodes.find((place) => place.id === id);
};

test("the first step frames the numbers of the last sum, its number in a corner above", () => {
  const [{ x, y, width, height, badge }] = framedPlaces(sigmoid, 1);
  const sums = sigmoid.nodes.filter(({ gate, operands }) => gate === "add" && operands.length === 2);
  const { numbers, y: wire } = sigmoid.layout.nodes.find(({ id }) => id === sums.at(-1).id);
  assert.equal(x + width / 2, numbers.x);
  assert.ok(y < wire && wire < y + height);
  assert.deepEqual(badge, { x: x + width, y });
});

test("the third step frames exp, and every other gate where that is out of sight", () => {
  const places = framedPlaces(sigmoid, 3);
  const exp = placeOf("exp");
  assert.equal(places[0].x + places[0].width / 2, exp.x);
  assert.equal(places.length, 1 + sigmoid.order.forward.length);
});

test("the second step frames nothing in the circuit", () => {
  assert.deepEqual(framedPlaces(sigmoid, 2), []);
});

test("an address that names a program starts no tour", () => {
  assert.equal(firstStep({ language: "ko" }), 1);
  assert.equal(firstStep({ source: "" }), null);
});
