/** A view in motion is only shifted and scaled; it is drawn as it should be when it rests. */

const REST = 100; // milliseconds without a move

/** `{moves(), rests()}`: `onRest()` is called when the view rests, which it does at once where `rests()` is called. */
export function createMotion(onRest) {
  let timer = null;

  function rests() {
    clearTimeout(timer);
    onRest();
  }

  return {
    rests,
    moves() {
      clearTimeout(timer);
      timer = setTimeout(rests, REST);
    },
  };
}
