/**
 * What the scripts of this extension leave for each other in an open page: names in their own world of it, which neither
 * the page nor another extension sees, and which end with the document.
 */
import { headingOf } from './when-settled';

/** Set before the page script runs, it asks that script for a trace of its reading. */
export const TRACE_REQUEST = 'sidelightTrace';

/** Where the heading of the page that was last looked at is kept. */
const HEADING = 'sidelightHeading';

/** Notes what page the document shows now, so that `hasNewHeading` can tell when it shows another. */
export function noteHeading(document: Document): void {
  Reflect.set(globalThis, HEADING, headingOf(document));
}

/** Whether the document shows another page than the one that was noted, or none was. */
export function hasNewHeading(document: Document): boolean {
  return headingOf(document) !== Reflect.get(globalThis, HEADING);
}
