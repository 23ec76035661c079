import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenCircuit, entriesOf, foldChoice, foldableNames, isFoldChosen, liveEntriesOf, shownCircuit } from "../../static/js/embedding/circuit.js";
import { fileRequest } from "../../static/js/embedding/files.js";
import { kindFor } from "../../static/js/embedding/kind_list.js";
import { KINDS } from "../../static/js/embedding/kinds.js";
import { stateOf, stepping } from "./fixtures.js";

const asked = { source: "x y", constants: "absorbed", upstream: null, fold: [], unfold: [] };
const page = { asked, answered: { x: 1, y: 2 }, language: "ko", source: "x y +", inputs: { x: 1, y: 3 } };

test("what is put elsewhere is what is shown, also while the program cannot be read", () => {
  assert.deepEqual(shownCircuit(stateOf("sigmoid", page)), { ...asked, inputs: { x: 1, y: 2 }, digits: 2, language: "ko", step: null });
  assert.equal(shownCircuit(stepping("sigmoid", 3, page)).step, 3);
});

test("another folding has other steps, so that the circuit is shown whole", () => {
  const circuit = shownCircuit(stepping("sigmoid", 3, page));
  assert.equal(chosenCircuit(circuit, { fold: [], theme: "dark" }).step, 3);
  assert.equal(chosenCircuit(circuit, { fold: ["sigmoid"], theme: "dark" }).step, null);
});

test("each composite is named once", () => {
  const { answer } = stateOf("sigmoid");
  answer.nodes.slice(-4).forEach((node, i) => (node.foldable = { gate: i < 2 ? "tanh" : "sigmoid", node: i % 2 ? "n12" : `n${i}` }));
  assert.deepEqual(foldableNames(answer), ["sigmoid", "tanh"]);
});

test("names are folded one by one, all, none, or as many as fit", () => {
  assert.deepEqual(foldChoice(null, "sigmoid"), ["sigmoid"]);
  assert.deepEqual(foldChoice(["sigmoid"], "mean"), ["mean", "sigmoid"]);
  assert.deepEqual(foldChoice(["mean", "sigmoid"], "mean"), ["sigmoid"]);
  assert.equal(foldChoice(["mean"], "all"), "all");
  assert.deepEqual(foldChoice("all", "mean"), ["mean"]);
  assert.deepEqual(foldChoice("all", "nothing"), []);
  assert.equal(foldChoice(["mean"], "fit"), null);
  const pressed = (fold) => ["fit", "nothing", "mean", "sigmoid", "all"].filter((value) => isFoldChosen(fold, value));
  assert.deepEqual([null, [], ["mean", "sigmoid"], "all"].map(pressed), [["fit"], ["nothing"], ["mean", "sigmoid"], ["all"]]);
});

test("a live circuit that is to show all its gates says so", () => {
  const fold = (value) => liveEntriesOf({ ...shownCircuit(stateOf("sigmoid", page)), fold: value }).fold;
  assert.deepEqual([null, [], ["mean", "sigmoid"], "all"].map(fold), [null, "none", "mean,sigmoid", "all"]);
});

test("entries are those of an address, in its order", () => {
  const circuit = chosenCircuit(shownCircuit(stateOf("sigmoid", page)), { fold: ["sigmoid"], theme: "dark" });
  const written = Object.entries(entriesOf(circuit)).filter(([, text]) => text !== null);
  assert.deepEqual(written, [["expression", "x y"], ["inputs", "x:1,y:2"], ["fold", "sigmoid"], ["theme", "dark"], ["lang", "ko"]]);
});

test("arrow keys go round through the kinds", () => {
  const names = Object.keys(KINDS);
  assert.equal(kindFor("ArrowDown", names[0]), names[1]);
  assert.equal(kindFor("ArrowUp", names[0]), names.at(-1));
  assert.equal(kindFor("ArrowRight", names.at(-1)), names[0]);
  assert.equal(kindFor("End", names[0]), names.at(-1));
  assert.equal(kindFor("Tab", names[0]), null);
});

test("a file is asked for as the circuit was chosen", () => {
  const circuit = chosenCircuit(shownCircuit(stepping("sigmoid", 3, page)), { fold: [], theme: "dark" });
  assert.deepEqual(fileRequest("tex", { circuit, form: "fragment" }), {
    expression: "x y", inputs: { x: 1, y: 2 }, constants: "absorbed", fold: [], unfold: [],
    format: "tikz", theme: "dark", lang: "ko", digits: 2, step: 3, standalone: false,
  });
  assert.equal("standalone" in fileRequest("svg", { circuit, form: "document" }), false);
});
