import type { PageReading } from '../article/types';

/** The file that is injected on a click, as the build names it. */
export const PAGE_SCRIPT = '/page.js';

/** The name that, set in the page script's own world before it runs, asks it for a trace of its reading. */
export const TRACE_REQUEST = 'sidelightTrace';

/** What the page script returns: a reading, or the content type of a document that is not a web page. */
export type PageScriptResult = PageReading | { readonly file: string };

/** Tells a document that is no web page (PDF, picture, feed) from anything that is to be parsed as a reading. */
export function isFileResult(value: unknown): value is { readonly file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
}
