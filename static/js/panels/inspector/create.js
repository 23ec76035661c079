// The inspector with what it asks the server for: the curve and the Jacobian of the gate that is open, the gates' code.

import { createAsking } from "../../asking.js";
import { missingCurve } from "../../curves.js";
import { missingJacobian } from "../../jacobians.js";
import { createInspector } from "../inspector.js";
import { createOnce } from "../once.js";

/** The code of all gates, fetched when the first one is opened. */
function createCatalogue(store, api) {
  const isOpen = ({ selected }) => selected !== null;
  createOnce(store, isOpen, async () => {
    const { kind, data } = await api.gates();
    if (kind !== "answer") throw new Error(kind);
    store.set({ catalogue: data.gates });
  });
}

export function create(element, store, texts, api) {
  createInspector(element, store, texts);
  createCatalogue(store, api);
  createAsking(store, "curve", missingCurve, api.curve);
  createAsking(store, "jacobian", missingJacobian, api.jacobian);
}
