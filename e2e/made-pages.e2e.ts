import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { completeReading } from '../lib/article/complete-reading';
import { parseReading } from '../lib/article/parse-reading';
import { readPage } from '../lib/article/read-page';
import { parseDocument } from '../lib/cli/dom';
import { BUILDS } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import type { Tab } from './harness/view';
import { MADE_PAGES } from './pages/made';

/**
 * Where documents are held differs: linkedom in Node, an engine in each browser. The shipped page script has to read of
 * the made pages what Node reads of them, to the last letter.
 */
inEveryBrowser('the made pages', (session) => {
  let tab: Tab | undefined;
  afterAll(() => tab?.close());

  it.each(MADE_PAGES)('are read as in Node: $name', async ({ path, html, expected }) => {
    const { name, harness, server } = session();
    const url = server.base + path;
    // One tab for all of them: opening one takes longer than reading does.
    if (tab === undefined) tab = await harness.openTab(url);
    else await tab.goto(url);
    const read = completeReading(parseReading(await tab.evaluate(readFileSync(`${BUILDS[name]}/page.js`, 'utf8'))));
    expect(read).toEqual(completeReading(parseReading(readPage(parseDocument(html), url))));
    expect(read).toMatchObject(expected);
  });
});
