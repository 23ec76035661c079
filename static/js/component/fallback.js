// What stands in the place of the circuit until it is there: what the page put into the element, else the program's text.

const PATIENCE = 8000; // milliseconds in view without the circuit, until its absence is told

const WORDS = {
  en: { circuit: "Circuit", away: "The server of this circuit does not answer. The program:" },
  ko: { circuit: "회로", away: "이 회로의 서버가 응답하지 않습니다. 프로그램:" },
};

/** The words in the language of an element: its own, or that of the text around it. */
function wordsFor(element) {
  const spoken = element.closest("[lang]")?.lang ?? "";
  return spoken.toLowerCase().startsWith("ko") ? WORDS.ko : WORDS.en;
}

/** What the frame is called: as the page says, else by its program. */
export function titleOf(element, program) {
  return element.title || [wordsFor(element).circuit, program].filter(Boolean).join(": ");
}

/** Fills `note` with the program, and with what is wrong once the circuit is `away`. */
export function fillNote(note, element, program, isAway) {
  const code = note.ownerDocument.createElement("code");
  code.textContent = program ?? "";
  note.replaceChildren(...(isAway ? [wordsFor(element).away, " "] : []), code);
}

/** Calls `give` when `element` has been in view for a while; the function that comes back ends the waiting. */
export function createPatience(element, give) {
  let timer = null;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    timer = setTimeout(give, PATIENCE);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
