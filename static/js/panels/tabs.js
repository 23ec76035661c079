// The panels beside the inspector, one at a time; on a narrow page the inspector is one of them.

const NARROW = "(max-width: 640px)";

/** `element` holds buttons with data-panel; `panels` is the common parent of all panels. */
export function createTabs(element, panels, store) {
  const buttons = [...element.querySelectorAll("[data-panel]")];
  const narrow = matchMedia(NARROW);
  const { selected, tour } = store.get();
  let onGate = selected !== null || tour !== null; // inspector or tour stands in front, where there is no room for both

  function show() {
    const { panel } = store.get();
    const front = narrow.matches && onGate ? "gate" : panel;
    Object.assign(panels.dataset, { panel, front });
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.panel === front));
  }

  function choose(name) {
    onGate = name === "gate";
    if (!onGate) store.set({ panel: name });
    show();
  }

  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.panel));
  narrow.addEventListener("change", show);
  store.subscribe((now, before) => {
    if (now.panel !== before.panel) onGate = false;
    if (now.selected !== before.selected && now.selected) onGate = true;
    if (now.selected !== before.selected || now.panel !== before.panel) show();
  });
  show();
}
