import assert from "node:assert/strict";
import { test } from "node:test";
import {
  entries, equation, formatFull, formatMatrix, formatNumber, isFinite, isPrintable, isSummary, matrixRows, numberWriter,
  plainText, product, shapeText, sum, toNumber, writeEquations,
} from "../../static/js/numbers.js";

const cases = [
  [-0.5344, 2, "−0.53"], [0.5344, 2, "0.53"], [0, 2, "0.00"], [-0, 2, "0.00"], [0, 0, "0"], [2, 0, "2"], [2, 6, "2.000000"],
  [0.004, 2, "4e−3"], [-0.00001, 2, "−1e−5"], [0.0049, 2, "5e−3"], [0.005, 2, "0.01"], [-0.004, 2, "−4e−3"], [0.4, 0, "4e−1"],
  [9999, 2, "9999.00"], [9999.994, 2, "9999.99"], [9999.996, 2, "10\u2009000"], [12345.6, 2, "12\u2009346"], [-12345.6, 2, "−12\u2009346"],
  [999999.4, 2, "999\u2009999"], [999999.6, 2, "1.0e6"], [1234567, 2, "1.2e6"], [-1234567, 2, "−1.2e6"], [1e300, 2, "1.0e300"],
  ["NaN", 2, "NaN"], [NaN, 2, "NaN"], ["Infinity", 2, "∞"], ["-Infinity", 2, "−∞"], [-Infinity, 3, "−∞"],
];
for (const [number, digits, text] of cases) {
  test(`${number} with ${digits} decimals is written ${text}`, () => assert.equal(formatNumber(number, digits), text));
}

test("a number that is not zero is never written as zero", () => {
  for (const number of [1e-3, -1e-3, 4.9e-3, 1e-300, 5e-324]) assert.doesNotMatch(formatNumber(number), /^−?0\.00$/);
});

test("all digits are grouped by three and read back as the same number", () => {
  assert.equal(formatFull(0.19661193324148185), "0.196\u2009611\u2009933\u2009241\u2009481\u200985");
  assert.equal(formatFull(-1234567.5), "−1\u2009234\u2009567.5");
  assert.equal(formatFull(-0), "0");
  assert.equal(formatFull("NaN"), "NaN");
  for (const number of [Math.PI, -1 / 3, 1e21, 1.5e-9, 5e-324, 123]) assert.equal(Number(plainText(formatFull(number))), number);
});

test("the writer follows the precision that was chosen", () => {
  assert.equal(numberWriter("full", 2)(0.125), "0.125");
  assert.equal(numberWriter("rounded", 1)(0.25), "0.3");
});

test("a matrix has one number of decimals, without zeros that end all entries", () => {
  assert.deepEqual(formatMatrix([[0.1, 0.5], [-0.3, 0.8]]), [["0.1", "0.5"], ["−0.3", "0.8"]]);
  assert.deepEqual(formatMatrix([[0.088, 0.176], [0.104, 0.208]], 3), [["0.088", "0.176"], ["0.104", "0.208"]]);
  assert.deepEqual(formatMatrix([[1], [2]]), [["1"], ["2"]]);
  assert.deepEqual(formatMatrix([[0.1], [0.25]]), [["0.10"], ["0.25"]]);
});

test("entries written with a power of ten or without digits keep their form in a matrix", () => {
  assert.deepEqual(formatMatrix([[0.0001, 1]]), [["1e−4", "1"]]);
  assert.deepEqual(formatMatrix([["NaN", 1]]), [["NaN", "1"]]);
  assert.deepEqual(formatMatrix([[12345, 1]]), [["12\u2009345", "1.00"]]);
});

test("shapes and rows", () => {
  assert.equal(shapeText([100, 3072]), "100×3072");
  assert.equal(shapeText([]), "");
  assert.deepEqual(matrixRows([1, 2]), [[1], [2]]);
  assert.deepEqual(matrixRows([[1, 2]]), [[1, 2]]);
  for (const value of [3, [], [[]], [[[1]]], { summary: true }]) assert.equal(matrixRows(value), null);
  assert.ok(isPrintable([3, 3], 3) && isPrintable([3], 3));
  for (const shape of [[], [4], [3, 4], [2, 2, 2], [0]]) assert.ok(!isPrintable(shape, 3));
});

test("what is finite, in numbers, lists and summaries", () => {
  assert.ok(isFinite(1) && isFinite([[1, 2]]) && isFinite(null));
  assert.ok(!isFinite("NaN") && !isFinite([1, "Infinity"]));
  const summary = { summary: true, shape: [300], min: 0, max: "Infinity", mean: 1, norm: 1, head: [0] };
  assert.ok(isSummary(summary) && !isSummary([1]) && !isSummary(null) && !isFinite(summary));
  assert.deepEqual(entries([[1, "NaN"]]), [1, NaN]);
  assert.equal(toNumber("-Infinity"), -Infinity);
});

test("factors gain digits until the printed equation holds", () => {
  assert.deepEqual(equation([0.19661193, 2], product, 0.39322387), { operands: ["0.197", "2.00"], result: "0.39" });
  assert.deepEqual(equation([-0.53444665, 0.36787944], product, -0.19661193), { operands: ["−0.53", "0.37"], result: "−0.20" });
  assert.deepEqual(equation([3, -4], product, -12), { operands: ["3.00", "−4.00"], result: "−12.00" });
});

test("sums gain digits as products do", () => {
  const { operands, result } = equation([0.125, 0.125], sum, 0.25);
  assert.deepEqual([operands, result], [["0.125", "0.125"], "0.25"]);
});

test("equations that stand together print a number that they share alike", () => {
  const upstream = 0.19661193324148188;
  const rows = writeEquations([{ operands: [upstream, -1], result: -upstream }, { operands: [upstream, 2], result: 2 * upstream }], product);
  assert.deepEqual(rows.map(({ operands }) => operands[0]), ["0.197", "0.197"]);
  assert.deepEqual(rows.map(({ result }) => result), ["−0.20", "0.39"]);
});

test("printed factors give the printed product, for many numbers", () => {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 * 20 - 10;
  for (let i = 0; i < 300; i += 1) {
    const [a, b] = [random(), random()];
    const { operands, result } = equation([a, b], product, a * b);
    const printed = operands.map((text) => Number(plainText(text)));
    assert.equal(formatNumber(printed[0] * printed[1]), result, `${a} × ${b}`);
  }
});

test("an equation with numbers that are not finite is left as it is", () => {
  assert.deepEqual(equation(["Infinity", 0], product, "NaN"), { operands: ["∞", "0.00"], result: "NaN" });
});

test("copying gives what one types", () => assert.equal(plainText("−1\u2009234 ∗ 2"), "-1234 * 2"));
