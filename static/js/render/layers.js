/** The layers of the figure, from back to front; each draws one list of a scene. */

import { renderBranches } from "./branches.js";
import { renderFoldBoxes, renderFolds } from "./folds.js";
import { renderGates } from "./gates.js";
import { renderMatrices } from "./matrices.js";
import { isInput, renderNames } from "./names.js";
import { renderNumbers } from "./numbers.js";
import { renderSums } from "./sums.js";
import { renderWires } from "./wires.js";

const LAYERS = ["foldboxes", "wires", "names", "branches", "gates", "numbers", "matrices", "sums", "folds"];
const SAID = ["numbers", "matrices", "sums"]; // by the gates and names themselves

const labelled = (items, label) => items.map((item) => ({ ...item, label: label(item) }));

function gateItems(gates, { gate, wires, t }) {
  const badge = ({ pattern }) => (pattern ? t(`badge.${pattern}`) : "");
  return gates.map((item) => ({ ...item, badge: badge(item), label: gate(item.id), wires: wires(item.id), symbol: item.label }));
}

function nameItems(names, { input, wires }) {
  return names.map((item) => (isInput(item) ? { ...item, label: input(item.id), wires: wires(item.id) } : item));
}

/** Where there is no gradient, a word says so, and a tooltip why. */
function numberItems(numbers, { t }) {
  const none = { text: t("word.none"), title: t("word.none.why") };
  return numbers.map((item) => (item.tone === "none" ? { ...item, ...none } : item));
}

/** Appends one group for each layer to a selection; gives them by name. */
export function createLayers(viewport) {
  const hidden = (name) => (SAID.includes(name) ? true : null);
  return Object.fromEntries(LAYERS.map((name) => [name, viewport.append("g").attr("class", name).attr("aria-hidden", hidden(name))]));
}

/** Draws a scene into its layers. `words` has `gate`, `input`, `branch` and `wires` of an id for screen readers, and `t`. */
export function renderLayers(layers, scene, words) {
  renderFoldBoxes(layers.foldboxes, scene.folds);
  renderWires(layers.wires, scene.wires);
  renderBranches(layers.branches, labelled(scene.branches, ({ node }) => words.branch(node)));
  renderGates(layers.gates, gateItems(scene.gates, words));
  renderNames(layers.names, nameItems(scene.names, words));
  renderNumbers(layers.numbers, numberItems(scene.numbers, words));
  renderMatrices(layers.matrices, scene.matrices);
  renderSums(layers.sums, scene.sums);
  renderFolds(layers.folds, labelled(scene.folds, ({ gate }) => words.t(`fold.${gate}`)));
}
