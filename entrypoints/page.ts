import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inSlices } from '../lib/article/in-slices';
import { noteHeading, TRACE_REQUEST } from '../lib/article/page-world';
import { readingSteps } from '../lib/article/read-page';
import type { PageScriptResult } from '../lib/platform/page-script';

/** Runs in the open page after a click on the toolbar button; what it returns is the script's result. */
async function readOpenPage(): Promise<PageScriptResult> {
  // A PDF, a picture or a feed opened in a tab is a document too, with nothing in it to read.
  const { contentType } = document;
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(contentType)) return { file: contentType };
  // The click may turn the site on: the probe then has to know from which page an application moves on.
  noteHeading(document);
  const trace = TRACE_REQUEST in globalThis;
  // Asked for once: the next reading is not traced again.
  Reflect.deleteProperty(globalThis, TRACE_REQUEST);
  return inSlices(readingSteps(document, location.href, { trace }));
}

export default defineUnlistedScript(readOpenPage);
