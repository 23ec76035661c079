// The parts of sharing and dropping that are loaded when they are first needed, together.

export { receive } from "./receive.js";
export { take } from "./take.js";
