// What is higher than its place scrolls, and can then be reached by keys.

export function scrollByKeys(element) {
  if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
}
