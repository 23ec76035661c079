// Panels that a first view does not need: each is loaded when it is first opened.

const LOADERS = { descent: () => import("./descent.js"), check: () => import("./check.js") };

/** `part(name)` gives the element of a panel, `context` is handed to it. */
export function createLaterPanels(part, context) {
  const { store } = context;
  const loaded = new Set();

  async function open({ panel }) {
    if (!LOADERS[panel] || loaded.has(panel)) return;
    loaded.add(panel);
    try {
      const { create } = await LOADERS[panel]();
      create(part(panel), context);
    } catch {
      loaded.delete(panel); // without a connection; it is tried again when the panel is opened again
    }
  }

  store.subscribe((now, before) => {
    if (now.panel !== before.panel) open(now);
  });
  open(store.get());
}
