/** Where menus of a page are drawn: inside its landmark. Not for menus in dialogs, which hide the page behind them. */
export function inMain(): HTMLElement {
  return document.getElementById("main") ?? document.body;
}
