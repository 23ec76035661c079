// What a first view does not need: each panel is loaded when it is first opened, the inspector when a gate is looked at.

import { createOnce } from "./once.js";

const LOADERS = { descent: () => import("./descent.js"), check: () => import("./check.js") };

/** `part(name)` gives the element of a panel, `context` is handed to it. */
export function createLaterPanels(part, context) {
  const { store } = context;
  for (const [name, load] of Object.entries(LOADERS)) {
    const isOpened = ({ panel }, before) => panel === name && before?.panel !== name;
    createOnce(store, isOpened, async () => (await load()).create(part(name), context));
  }
}

/** The inspector with what it asks the server for: it is on its way while a pointer or the focus rests on a gate. */
export function createLaterInspector(element, { store, texts, api, asked }) {
  element.hidden = true;
  // One that the address asks for comes while the circuit does.
  const isWanted = ({ selected, hovered }) => Boolean(asked.selected) || selected !== null || hovered !== null;
  createOnce(store, isWanted, async () => {
    const { create } = await import("./inspector/create.js");
    create(element, store, texts, api);
  });
}
