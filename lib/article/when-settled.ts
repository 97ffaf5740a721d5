/** When a page that was not clicked on is read: once what stands in it no longer changes. */

/** No change for this long means that the page has come. */
const QUIET_MS = 400;
/** A page that never rests, with a ticker or a clock, is read all the same. */
const LIMIT_MS = 4000;

/**
 * Waits until the document has been quiet for a moment, or the limit is reached.
 *
 * @param hasCome whether the page is there at all: an application changes its address before its content
 */
export function whenSettled(document: Document, hasCome: () => boolean): Promise<void> {
  const { defaultView } = document;
  if (defaultView === null) return Promise.resolve();
  return new Promise((resolve) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(quiet);
      clearTimeout(limit);
      observer.disconnect();
      resolve();
    };
    const wait = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(() => hasCome() && end(), QUIET_MS);
    };
    const observer = new defaultView.MutationObserver(wait);
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    const limit = setTimeout(end, LIMIT_MS);
    wait();
  });
}

/** What tells one page of an application from the next. */
export function headingOf(document: Document): string {
  return `${document.title}\n${document.querySelector('h1')?.textContent ?? ''}`;
}
