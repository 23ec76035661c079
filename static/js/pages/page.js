// A page of prose from the server: it comes again in the other language, without leaving the page.

import { fetchPage } from "../api.js";

function inLanguage(language) {
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  return address;
}

async function exchange(address, state) {
  const page = await fetchPage(address);
  const main = page?.querySelector("main");
  if (!main || page.documentElement.lang !== state().language) return false;
  document.querySelector("main").replaceWith(document.adoptNode(main));
  document.title = page.title;
  history.replaceState(null, "", address);
  return true;
}

/** `prepare()` is called for the first text and after each exchange. */
export function createPage({ store }, prepare = () => {}) {
  async function follow(language) {
    const address = inLanguage(language);
    if (await exchange(address, store.get)) prepare();
    else location.href = address;
  }

  store.subscribe((now, before) => {
    if (now.language !== before.language) follow(now.language);
  });
  if (document.documentElement.lang === store.get().language) prepare();
  else follow(store.get().language);
  return { link: () => location.href };
}
