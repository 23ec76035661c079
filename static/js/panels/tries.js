// What to try when nothing is opened: the tour or one sentence, four programs, and the way to all examples.

import { h } from "../dom.js";
import { TRIES } from "../first.js";
import { addressOf } from "../address.js";

/** Renders into `element`, below `tour` as long as that goes on; `open(entry)` is called instead of following a link. */
export function createTries(element, store, { t }, { open, tour }) {
  function link(entry) {
    const follow = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      open(entry);
    };
    return h("a", { class: "try", href: addressOf(entry), onclick: follow }, h("code", { text: entry.source }));
  }

  function render(touring) {
    const sentence = [h("h2", { text: t("open.title") }), h("p", { text: t("tries.text") })];
    element.classList.toggle("touring", touring);
    element.replaceChildren(
      ...(touring ? [tour] : sentence),
      h("h3", { class: "eyebrow", text: t("tries.or") }),
      h("p", { class: "tries" }, ...TRIES.map(link), h("a", { class: "go", href: "/examples", text: t("tries.all") })));
  }

  function place({ selected, problem }) {
    element.hidden = selected !== null && problem?.code !== "empty";
  }

  store.subscribe((now, before) => {
    const [touring, toured] = [now.tour !== null, before.tour !== null];
    if (now.language !== before.language || touring !== toured) render(touring);
    place(now);
  });
  render(store.get().tour !== null);
  place(store.get());
}
