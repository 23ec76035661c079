// The examples: the server wrote the cards, their pictures come from the layout of the engine as they scroll into view.

import { createPage } from "./page.js";

const exampleOf = (card) => JSON.parse(card.dataset.example);

const ASKED = ["expression", "inputs", "upstream", "fold", "unfold", "constants"];

function evaluation(example) {
  return { ...Object.fromEntries(ASKED.filter((key) => key in example).map((key) => [key, example[key]])), layout: true };
}

async function draw(card, api) {
  const [{ thumbnail }, { kind, data }] = await Promise.all([import("../thumbnail.js"), api.evaluate(evaluation(exampleOf(card)))]);
  if (kind === "answer") thumbnail(card.querySelector(".thumb"), data);
}

/** Draws one card after the other, so that a page of examples is no burden to the server. */
function createQueue(api) {
  const waiting = [];
  let busy = false;

  async function next() {
    if (busy || !waiting.length) return;
    busy = true;
    await draw(waiting.shift(), api);
    busy = false;
    next();
  }

  return (card) => {
    waiting.push(card);
    next();
  };
}

function watch(api) {
  const add = createQueue(api);
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      add(target);
    }
  }, { rootMargin: "200px" });
  for (const card of document.querySelectorAll(".card")) observer.observe(card);
}

export const createExamplesPage = (context) => createPage(context, () => watch(context.api));
