// Says something in passing, to the eye and to a screen reader.

const LASTS = 6000;

export function toast(text) {
  const element = document.getElementById("toast");
  clearTimeout(toast.timer);
  element.textContent = text;
  toast.timer = setTimeout(() => (element.textContent = ""), LASTS);
}
