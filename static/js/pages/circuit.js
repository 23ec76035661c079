// The page with the circuit: every part gets the store, and a session keeps it in step with the server.

import { FIRST } from "../first.js";
import { createDrop } from "../drop.js";
import { createFigure } from "../figure.js";
import { createHistory } from "../history.js";
import { createFormula } from "../panels/formula.js";
import { createInputs } from "../panels/inputs.js";
import { createLaterInspector, createLaterPanels } from "../panels/later.js";
import { createNotices } from "../panels/notices.js";
import { createProblem } from "../panels/problem.js";
import { createNotation } from "../panels/notation.js";
import { createProgram, showPlace } from "../panels/program.js";
import { createStepper } from "../panels/stepper.js";
import { createTabs } from "../panels/tabs.js";
import { createTour, firstStep } from "../panels/tour.js";
import { createTries } from "../panels/tries.js";
import { Session } from "../session.js";
import { changeOf } from "../spans.js";

const part = (id) => document.getElementById(id);

/** What an address opens: its program, or the first circuit when it names none. */
const opened = (asked) => (asked.source === undefined ? { ...FIRST, ...asked } : { inputs: {}, ...asked });

function createText({ store, texts }, session, places) {
  const area = part("source").querySelector("textarea");
  const rewrite = (source) => {
    const { start, text } = changeOf(store.get().source, source);
    const caret = start + text.length;
    places.keep();
    store.set({ source, pointed: null });
    area.focus({ preventScroll: true });
    area.setSelectionRange(caret, caret);
  };
  createProgram(part("source"), store, places.keep);
  createProblem(part("problem"), store, texts, {
    show: (read, error) => showPlace(part("source"), read, error),
    rewrite,
    refit: () => session.refit(),
  });
  createNotices(part("notices"), store, texts, { rewrite });
  createFormula(part("formula"), store, texts);
  return rewrite;
}

function createPanels({ store, texts }, session, open) {
  createFigure(part("figure"), store, texts);
  createStepper(part("stepper"), store, texts);
  createInputs(part("inputs"), store, texts, (name, value) => session.give(name, value));
  const tour = createTour(store, texts, { figure: part("figure"), stepper: part("stepper") });
  createTries(part("tries"), store, texts, { open, tour });
  createTabs(part("tabs"), part("panels"), store);
}

/** `{link}`, the address that opens exactly what is shown. */
export function createCircuitPage(context) {
  const { store, api, chosen, asked } = context;
  const session = new Session(store, api);
  store.set({ tour: firstStep(asked) });
  const places = createHistory(store, chosen, (state) => session.open(opened(state)));
  const open = (entry) => {
    places.keep();
    session.open(entry);
  };
  const rewrite = createText(context, session, places);
  createNotation(part("notation-dialog"), part("help"), store, (entry) => {
    open(entry);
    part("source").querySelector("textarea").focus();
  });
  createPanels(context, session, open);
  createLaterInspector(part("inspector"), context);
  createLaterPanels(part, { ...context, session, rewrite });
  createDrop(part("drop"), { texts: context.texts, open: (source) => open({ source }) });
  addEventListener("online", () => session.retry());
  session.open(opened(asked));
  return { link: places.now };
}
