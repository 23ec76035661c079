// A program dropped on the page: a file anywhere, a piece of text anywhere but in fields, which take it themselves.

import { isTyping } from "./interact/typing.js";

const holds = ({ dataTransfer }, type) => Boolean(dataTransfer?.types.includes(type));
const concerns = (event) => holds(event, "Files") || (holds(event, "text/plain") && !isTyping(event.target));

/** `sign` says while something is held over the page that it can be dropped; `open(source)` opens a program. */
export function createDrop(sign, context) {
  let depth = 0; // elements entered and not yet left

  function move(change) {
    depth = Math.max(0, depth + change);
    sign.hidden = depth === 0;
  }

  function over(event) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }

  async function drop(event) {
    event.preventDefault();
    move(-depth);
    const { dataTransfer } = event;
    const dropped = { files: [...dataTransfer.files], text: dataTransfer.getData("text/plain") };
    const { receive } = await import("./share/later.js");
    receive(dropped, context);
  }

  const actions = { dragenter: () => move(1), dragleave: () => move(-1), dragover: over, drop };
  for (const [name, act] of Object.entries(actions)) addEventListener(name, (event) => concerns(event) && act(event));
}
