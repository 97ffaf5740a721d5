import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hasNewHeading, noteHeading } from '../lib/article/page-world';
import { mayBeArticle } from '../lib/article/probe';
import { whenSettled } from '../lib/article/when-settled';

/**
 * Runs in a page of a site that is always on, before it is read: waits until the page has settled, and says whether it is
 * worth reading.
 */
async function probe(): Promise<boolean> {
  await whenSettled(document, () => hasNewHeading(document));
  noteHeading(document);
  const isPage = /^(text\/html|application\/xhtml\+xml)$/.test(document.contentType);
  return isPage && mayBeArticle(document, location.href);
}

export default defineUnlistedScript(probe);
