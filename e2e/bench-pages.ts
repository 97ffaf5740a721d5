/**
 * `npm run bench:pages`: what reading costs in each real browser, by the real click: the largest news pages of the
 * labelled data (outside the repository, `SIDELIGHT_BENCH`) and pages that mean harm.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { HOSTILE_PAGES } from './bench/hostile-pages';
import { watchMemory } from './bench/memory';
import type { Timed } from './bench/timed-page';
import { availableBrowsers, type BrowserName, BUILDS, launch, ROOT, sayMissingBrowsers } from './harness';
import { bundle } from './harness/bundle';
import { type Harness, settled, until } from './harness/view';

const NEWS = resolve(ROOT, process.env.SIDELIGHT_BENCH ?? '../shared/bench', 'pages');
/** The largest of them, by bytes. */
const LARGEST = 5;
/** Each is opened anew as often: a reading is always a script's first. Of what means harm one figure says enough. */
const RUNS = 5;
const HOSTILE_RUNS = 2;
const STILL = "default-src 'none'; style-src 'unsafe-inline'";
const REST_MS = 1000;
const ANSWER_LIMIT_MS = 20_000;
const PAGE_LIMIT_MS = 40_000;

interface Page {
  readonly name: string;
  readonly body: string | Buffer;
  /** What the page may do: those of others stand as they were saved, without scripts and requests. */
  readonly policy: string;
  readonly runs: number;
}

function newsPages(): Page[] {
  if (!existsSync(NEWS)) return [];
  const names = readdirSync(NEWS).filter((name) => name.endsWith('.html.gz'));
  const pages = names.map((name) => ({ name, body: gunzipSync(readFileSync(join(NEWS, name))) }));
  pages.sort((a, b) => b.body.length - a.body.length);
  return pages.slice(0, LARGEST).map((page) => ({ ...page, policy: STILL, runs: RUNS }));
}

const only = process.argv[2];
const all: readonly Page[] = [
  ...newsPages(),
  ...HOSTILE_PAGES.map((page) => ({ ...page, policy: '', runs: HOSTILE_RUNS })),
];
const pages = all.filter(({ name }) => only === undefined || name.includes(only));

async function serve(): Promise<{ readonly base: string; readonly close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const page = pages[Number(/\d+$/.exec(url)?.[0] ?? -1)];
    if (page === undefined) return response.writeHead(404).end();
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(200, page.policy === '' ? headers : { ...headers, 'content-security-policy': page.policy });
    response.end(page.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { base: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/** A copy of the package whose page script has a watch in its hand. */
async function timedPackage(browser: BrowserName): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-timed-'));
  cpSync(BUILDS[browser], copy, { recursive: true });
  writeFileSync(join(copy, 'page.js'), `${await bundle('e2e/bench/timed-page.ts')};page`);
  return copy;
}

const timedSchema = v.object({
  total: v.number(),
  readability: v.number(),
  own: v.number(),
  slice: v.number(),
  kind: v.string(),
  paragraphs: v.number(),
  coarse: v.boolean(),
}) satisfies v.GenericSchema<unknown, Timed>;

interface Run extends Timed {
  /** The growth of the process that grew most. */
  readonly megabytes: number;
}

async function read(harness: Harness, address: string): Promise<Run> {
  const tab = await harness.openTab(address);
  // What the page costs by itself is not ours.
  await sleep(REST_MS);
  const grown = watchMemory();
  const popup = await harness.openPopup(tab);
  await settled(popup, ANSWER_LIMIT_MS);
  const megabytes = grown();
  const ask = (): Promise<unknown> => tab.evaluate('document.documentElement.dataset.timed');
  const timed: unknown = JSON.parse(String(await until('the times', ask, (times) => typeof times === 'string')));
  await popup.close();
  await tab.close();
  return { ...v.parse(timedSchema, timed), megabytes };
}

/** The quickest: what else the machine has to do is not ours either. */
function best(runs: readonly Run[]): Run | undefined {
  return [...runs].sort((a, b) => a.total - b.total)[0];
}

/** Runs on a page until one fails. */
async function readOften(harness: Harness, address: string, times: number): Promise<Run[] | Error> {
  const runs: Run[] = [];
  for (let run = 0; run < times; run++) {
    const one = await Promise.race([
      read(harness, address).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      sleep(PAGE_LIMIT_MS, new Error('the page does not answer'), { ref: false }),
    ]);
    if (one instanceof Error) return one;
    runs.push(one);
  }
  return runs;
}

function inWords(runs: readonly Run[] | Error): string {
  if (runs instanceof Error) return runs.message.slice(0, 200);
  const run = best(runs);
  if (run === undefined) return '';
  const { total, readability, own, slice, megabytes, kind, paragraphs, coarse } = run;
  const figures = [total, readability, own, slice, megabytes].map((value) => value.toFixed(0).padStart(6)).join('');
  return `${figures}   ${kind}, ${paragraphs} paragraphs${coarse ? ', coarse' : ''}`;
}

sayMissingBrowsers();
const server = await serve();
for (const browser of availableBrowsers()) {
  const extension = await timedPackage(browser);
  let harness = await launch(browser, { extension });
  console.log(
    `\n${browser}, best of ${RUNS} and ${HOSTILE_RUNS}: ms of a reading, of Readability, of all of ours, of our longest slice; MB\n`,
  );
  try {
    for (const [at, { name, runs: times }] of pages.entries()) {
      const runs = await readOften(harness, `${server.base}${at}`, times);
      console.log(name.replace('.html.gz', '').padEnd(32) + inWords(runs));
      if (!(runs instanceof Error)) continue;
      // A page that broke the browser is not to break the next one's figures.
      await harness.close();
      harness = await launch(browser, { extension });
    }
  } finally {
    await harness.close();
    rmSync(extension, { recursive: true, force: true });
  }
}
server.close();
