import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayBeArticle } from '../lib/article/probe';
import { headingOf, whenSettled } from '../lib/article/when-settled';

/** Where the heading that was last found is kept: in the extension's own world of the document, for as long as it is open. */
const HEADING = 'sidelightHeading';

/**
 * Runs in a page of a site that is always on, before it is read: waits until the page has settled, and says whether it is
 * worth reading.
 */
async function probe(): Promise<boolean> {
  const before: unknown = Reflect.get(globalThis, HEADING);
  await whenSettled(document, () => headingOf(document) !== before);
  Reflect.set(globalThis, HEADING, headingOf(document));
  const isPage = /^(text\/html|application\/xhtml\+xml)$/.test(document.contentType);
  return isPage && mayBeArticle(document, location.href);
}

export default defineUnlistedScript(probe);
