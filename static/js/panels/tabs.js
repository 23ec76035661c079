// On a narrow page one panel shows at a time; wider, both stand side by side and the tabs are gone.

/** `element` holds buttons with data-panel; `panels` is their common parent. */
export function createTabs(element, panels, store) {
  const buttons = [...element.querySelectorAll("[data-panel]")];

  function choose(name) {
    panels.dataset.shown = name;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.panel === name));
  }

  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.panel));
  store.subscribe((now, before) => {
    if (now.selected !== before.selected && now.selected) choose("gate");
  });
  choose(store.get().selected ? "gate" : "inputs");
}
