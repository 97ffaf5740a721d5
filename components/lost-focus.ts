/** Lets the keyboard go on at an element, where the one that it was on has gone from the page. */
export function focusIfLost(element: HTMLElement | null): void {
  if (element !== null && hasLostFocus(element.ownerDocument)) element.focus({ preventScroll: true });
}

/** Whether the keyboard is on nothing in particular. */
export function hasLostFocus({ activeElement, body }: Document): boolean {
  return !activeElement || activeElement === body;
}
