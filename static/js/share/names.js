// What a downloaded file is called.

const MOST = 40;

/** The letters, digits and hyphens that every file system takes. */
const plain = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, MOST);

/** What a circuit is called: as its program calls the output, else as the composite or the gate that gives it. */
export function circuitName(answer) {
  const output = answer?.nodes.find(({ id }) => id === answer.output.node);
  const [name] = [answer?.output.name, output?.foldable?.gate, output?.gate].map((text) => plain(text ?? "")).filter((text) => text.length > 1);
  return name ?? "circuit";
}

export const fileName = (answer, ending) => `chainrule-${circuitName(answer)}.${ending}`;
