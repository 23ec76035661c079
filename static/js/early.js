// Runs before the page is painted, so that a dark page never flashes: the theme of the address, or the remembered one.
(function applyTheme() {
  let asked = new URLSearchParams(location.search).get("theme");
  try {
    asked = asked || JSON.parse(localStorage.getItem("chainrule") || "{}").theme;
  } catch {
    asked = asked || null;
  }
  if (asked === "light" || asked === "dark") document.documentElement.dataset.theme = asked;
})();
