// What a first view does not need: each panel is loaded when it is first opened, the inspector when a gate is looked at.

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

const wantsInspector = ({ selected, hovered }) => selected !== null || hovered !== null;

/** The inspector with what it asks the server for: it is on its way while a pointer or the focus rests on a gate. */
export function createLaterInspector(element, { store, texts, api, asked }) {
  let state = "missing";

  async function load(now) {
    if (state !== "missing" || !wantsInspector(now)) return;
    state = "coming";
    try {
      const { create } = await import("./inspector/create.js");
      create(element, store, texts, api);
      state = "there";
    } catch {
      state = "missing"; // without a connection; it is tried again when the next gate is looked at
    }
  }

  element.hidden = true;
  store.subscribe(load);
  load({ selected: asked.selected ?? null, hovered: null }); // it comes while the circuit does
}
