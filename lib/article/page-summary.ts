import { PAGE_NOTES, type PageSummary, type ReadPage } from './types';

/** What is kept of a page that was read, with what a reader is to know of the reading. */
export function summarisePage(page: ReadPage): PageSummary {
  const { kind, title, lang, publishedAt, site, url } = page;
  const notes = page.kind === 'article' ? PAGE_NOTES.filter((note) => page[note]) : [];
  return { kind, title, lang, publishedAt, site, url, ...(notes.length > 0 ? { notes } : {}) };
}
