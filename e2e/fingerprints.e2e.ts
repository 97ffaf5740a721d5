import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFingerprinter } from '../lib/fingerprint/fingerprint';
import { decodeLexicon } from '../lib/lexicon/format';
import { availableBrowsers, ROOT } from './harness';
import { bundle } from './harness/bundle';
import { findBrowsers } from './harness/find-browsers';

/**
 * Segmentation is where engines differ (`Intl.Segmenter` cuts Japanese, Thai, Burmese and at times Chinese otherwise in
 * Firefox), and an index made in Node is searched in two browsers: so the same texts have to give the same terms in all
 * three, to the last digit.
 */
const TEXTS = new URL('texts/texts.json', import.meta.url);
const SOURCE = v.array(v.object({ id: v.string(), lang: v.string(), title: v.string(), text: v.string() }));
const sources = v.parse(SOURCE, JSON.parse(readFileSync(TEXTS, 'utf8')));
const lexicon = readFileSync(`${ROOT}public/lexicon.bin`);

const inNode = createFingerprinter(decodeLexicon(lexicon));
const expected = sources.map((source) => ({ id: source.id, json: JSON.stringify(inNode.fingerprint(source)) }));

let base = '';
let close = (): void => {};

beforeAll(async () => {
  const files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
    '/': ['text/html; charset=utf-8', '<!doctype html><script src="/page.js"></script>'],
    '/page.js': ['text/javascript; charset=utf-8', await bundle('e2e/texts/fingerprints-in-page.ts')],
    '/lexicon.bin': ['application/octet-stream', lexicon],
  };
  const server = createServer(({ url }, response) => {
    const file = files[url ?? ''];
    if (file === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  base = `http://127.0.0.1:${address.port}/`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

it('reads something in every language', () => {
  for (const { id, json } of expected) {
    expect(JSON.parse(json).terms.length, id).toBeGreaterThan(12);
  }
});

describe.each(availableBrowsers())('fingerprints made in %s', (name) => {
  let made: readonly string[] = [];

  beforeAll(async () => {
    const browser = await puppeteer.launch({
      browser: name === 'chromium' ? 'chrome' : 'firefox',
      executablePath: findBrowsers()[name] ?? '',
      args: name === 'chromium' ? ['--no-sandbox', '--disable-gpu'] : [],
    });
    try {
      const page = await browser.newPage();
      await page.goto(base);
      made = v.parse(v.array(v.string()), await page.evaluate(`fingerprintAll(${JSON.stringify(sources)})`));
    } finally {
      await browser.close();
    }
  });

  expected.forEach(({ id, json }, at) => {
    it(`are those made in Node: ${id}`, () => {
      expect(JSON.parse(made[at] ?? 'null')).toEqual(JSON.parse(json));
      expect(made[at]).toBe(json);
    });
  });
});
