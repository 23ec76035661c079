/** Typing goes on undisturbed: keys of the page do not act inside fields, and what is dropped there is theirs. */
export const isTyping = (target) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
