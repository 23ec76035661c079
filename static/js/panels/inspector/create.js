// The inspector with the curve and the Jacobian of the gate that is open; both are asked of the server.

import { createAsking } from "../../asking.js";
import { missingCurve } from "../../curves.js";
import { missingJacobian } from "../../jacobians.js";
import { createInspector } from "../inspector.js";

export function create(element, store, texts, api) {
  createInspector(element, store, texts);
  createAsking(store, "curve", missingCurve, api.curve);
  createAsking(store, "jacobian", missingJacobian, api.jacobian);
}
