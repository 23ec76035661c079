// Drawing in step with the screen: of all that comes within a frame only the newest is drawn.

/** A page that nobody sees has no frames to wait for. */
const BROWSER_FRAME = (draw) => (document.hidden ? draw() : requestAnimationFrame(draw));

/** `put(...what)` has `draw(...what)` called in the next frame, unless newer comes before it; `drop()` forgets it. */
export function createFrames(draw, frame = BROWSER_FRAME) {
  let newest = null;

  function drawNewest() {
    const what = newest;
    newest = null;
    if (what) draw(...what);
  }

  return {
    put(...what) {
      const waits = newest !== null;
      newest = what;
      if (!waits) frame(drawNewest);
    },
    drop: () => (newest = null),
  };
}
