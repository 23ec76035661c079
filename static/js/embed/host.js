// What is said between a circuit in a frame and the page around it. Only that page is heard, and only it is told anything.

const SOURCE = "chainrule";

/** Speaks to nobody where there is no page around. `take(state)` gets what that page wishes, `tell()` gives the state. */
export function createHost(frame, { tell, take }) {
  const host = frame.parent === frame ? null : frame.parent;
  const say = (message) => host?.postMessage({ source: SOURCE, ...message }, "*"); // who that is, a frame cannot know
  const answers = {
    get: () => say({ type: "state", state: tell() }),
    set: ({ state }) => take(state),
  };

  frame.addEventListener("message", ({ source, data }) => {
    if (!host || source !== host || data?.source !== SOURCE || !Object.hasOwn(answers, data.type)) return;
    answers[data.type](data);
  });

  return {
    say: (type) => say({ type, state: tell() }),
    resize(height) {
      say({ type: "height", height });
      host?.postMessage({ subject: "lti.frameResize", height }, "*"); // as learning platforms expect it
    },
  };
}
