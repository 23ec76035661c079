// The panels of a circuit that is explored in a frame; each comes when it is needed.

/** What fills each panel that a frame is `made` with. */
export function panelsFor({ mode, panels, readonly }, { store, texts, api, session }) {
  const create = {
    async inputs(element) {
      const { createInputs } = await import("../panels/inputs.js");
      createInputs(element, store, texts, (name, value) => session.give(name, value));
    },
    async inspector(element) {
      const inspector = await import("../panels/inspector/create.js");
      inspector.create(element, store, texts, api);
    },
  };
  const isThere = { inputs: panels.includes("inputs") && !readonly, inspector: panels.includes("gate") };
  return mode === "explore" ? Object.fromEntries(Object.entries(create).filter(([name]) => isThere[name])) : {};
}
