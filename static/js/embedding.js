// The bar's button that puts the circuit into another page; its dialog is loaded when it is first opened.

import { toast } from "./toast.js";

/** A button in the bar's menu is hidden when the dialog closes: then the menu's own button gets the focus back. */
const backTo = (button) => button.closest(".menu")?.querySelector("[aria-expanded]") ?? button;

export function createEmbedding(context) {
  for (const button of document.querySelectorAll(".top [data-action=embed]")) {
    button.addEventListener("click", async () => {
      try {
        await (await import("./share/later.js")).openEmbedding(context, backTo(button));
      } catch {
        toast(context.texts.t("share.failed"));
      }
    });
  }
}
