// The frame in which the circuit lives on its own server, and what is said between it and the page.

const SOURCE = "chainrule";
const SANDBOXED = "null"; // the origin of a frame that is in a sandbox, by itself or together with its page

function createIframe(document, address) {
  const iframe = document.createElement("iframe");
  iframe.loading = "lazy";
  iframe.src = address;
  return iframe;
}

/**
 * Puts the frame at `address` into `place`; `hear(message)` gets what this frame says, and nobody else's words.
 * The answer is `{element, send(type, state), remove()}`; after `remove` nothing is heard any more.
 */
export function createFrame(place, address, hear) {
  const element = createIframe(place.ownerDocument, address);
  const view = place.ownerDocument.defaultView;
  const { origin } = new URL(address);
  let target = origin;

  function onMessage({ source, origin: sender, data }) {
    if (!source || source !== element.contentWindow || data?.source !== SOURCE) return;
    if (sender !== origin && sender !== SANDBOXED) return;
    target = sender === SANDBOXED ? "*" : origin; // a frame in a sandbox has no name to call it by
    hear(data);
  }

  view.addEventListener("message", onMessage);
  place.append(element);
  return {
    element,
    send: (type, state) => element.contentWindow?.postMessage({ source: SOURCE, type, state }, target),
    remove() {
      view.removeEventListener("message", onMessage);
      element.remove();
    },
  };
}
