// The parts of sharing, embedding and dropping that are loaded when they are first needed, together.

export { open as openEmbedding } from "../embedding/dialog.js";
export { receive } from "./receive.js";
export { take } from "./take.js";
