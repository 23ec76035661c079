/** The layers of the figure, from back to front; each draws one list of a scene. */

import { renderBranches } from "./branches.js";
import { renderGates } from "./gates.js";
import { renderMatrices } from "./matrices.js";
import { renderNames } from "./names.js";
import { renderNumbers } from "./numbers.js";
import { renderSums } from "./sums.js";
import { renderWires } from "./wires.js";

const LAYERS = ["wires", "branches", "gates", "names", "numbers", "matrices", "sums"];

/** Appends one group for each layer to a selection; gives them by name. */
export function createLayers(viewport) {
  return Object.fromEntries(LAYERS.map((name) => [name, viewport.append("g").attr("class", name)]));
}

/** Draws a scene into its layers. `words` gives `label(kind, id)` for screen readers and `t`. */
export function renderLayers(layers, scene, words) {
  renderWires(layers.wires, scene.wires);
  renderBranches(layers.branches, scene.branches, words);
  renderGates(layers.gates, scene.gates, words);
  renderNames(layers.names, scene.names, words);
  renderNumbers(layers.numbers, scene.numbers, words);
  renderMatrices(layers.matrices, scene.matrices);
  renderSums(layers.sums, scene.sums);
}
