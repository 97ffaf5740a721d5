/** Gives the parsed page of a test the focus that it would have in a browser. */
export function withFocus({ document, Element }: Pick<typeof globalThis, 'document' | 'Element'>): void {
  let focused: Element | null = null;
  Object.defineProperty(document, 'activeElement', {
    get: () => (focused !== null && document.contains(focused) ? focused : document.body),
  });
  Object.defineProperty(Element.prototype, 'focus', {
    value(this: Element) {
      focused = this;
    },
  });
}
