// The start of a circuit in one HTML file: what it shows was computed beforehand and stands in the page as JSON.

import { createDocument } from "./document/page.js";

createDocument(JSON.parse(document.getElementById("data").textContent), (id) => document.getElementById(id));
