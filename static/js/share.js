// Sharing: the menu of the page with the circuit, and its items, which stand in the bar's menu on a phone.

import { copyText } from "./clipboard.js";
import { createMenu } from "./share/menu.js";
import { toast } from "./toast.js";

async function shareLink({ texts, link }) {
  const href = link();
  toast((await copyText(href)) ? texts.t("bar.copied") : texts.t("bar.copy_failed", { link: href }));
}

/** What an item does; it gives nothing, or the words with which it was refused. */
async function act(kind, context) {
  if (kind === "link") return shareLink(context);
  try {
    const { take } = await import("./share/later.js");
    return await take(kind, context);
  } catch {
    return context.texts.t("share.failed");
  }
}

/** Wires one item of a menu; `close` is called when it has done its work. */
function wireItem(item, refusal, context, close) {
  item.addEventListener("click", async () => {
    if (item.getAttribute("aria-busy") === "true") return;
    item.setAttribute("aria-busy", "true");
    refusal.textContent = "";
    const refused = await act(item.dataset.share, context);
    item.removeAttribute("aria-busy");
    if (refused) refusal.textContent = refused;
    else close();
  });
}

/** `{store, texts, api, link}`; on a page of prose there is one button, which copies its address. */
export function createSharing(context) {
  for (const button of document.querySelectorAll(".top [data-action=share]")) {
    button.addEventListener("click", () => shareLink(context));
  }
  for (const element of document.querySelectorAll(".top .menu")) {
    const refusal = element.querySelector(".refusal");
    const close = createMenu(element, () => refusal && (refusal.textContent = ""));
    for (const item of element.querySelectorAll("[data-share]")) wireItem(item, refusal, context, close);
  }
}
