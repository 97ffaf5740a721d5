/**
 * `npm run bench:open`: how quickly a browser that has just started opens an index of a month and answers its first query,
 * in each browser found: from a server on this machine, and from the browser's own database. `--articles` is 100,000;
 * `--index DIR` takes an index of that many synthetic articles that is there.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import * as v from 'valibot';
import { build } from 'vite';
import { parseOptions } from '../lib/cli/io';
import { generateArticles } from '../lib/cli/speed/corpus';
import { sidelight } from '../lib/cli/speed/engines/sidelight';
import { generateQueries } from '../lib/cli/speed/queries';
import { FINGERPRINT_VERSION } from '../lib/fingerprint/version';
import { availableBrowsers, ROOT, sayMissingBrowsers } from './harness';
import { findBrowsers } from './harness/find-browsers';

const LIVES = 3;
const SOURCES = ['server', 'database'] as const;
const SEED = 1;
const Opened = v.object({
  readMs: v.number(),
  openMs: v.number(),
  answerMs: v.number(),
  matchMs: v.number(),
  longestSliceMs: v.number(),
  articles: v.number(),
  nearest: v.nullable(v.string()),
});

const { values } = parseOptions({
  options: { articles: { type: 'string', default: '100000' }, index: { type: 'string' } },
});
const corpus = { seed: SEED, articles: Number(values.articles) };
const made = await mkdtemp(join(tmpdir(), 'sidelight-cold-'));
const folder = values.index ?? made;
const found = findBrowsers();
const server = await serve(folder, await pageScript());
try {
  if (values.index === undefined) await buildIndex();
  const [query] = generateQueries(corpus, 1);
  const fingerprint = JSON.stringify({ version: FINGERPRINT_VERSION, lang: query?.lang, terms: query?.terms });
  sayMissingBrowsers();
  for (const name of availableBrowsers()) {
    const profile = await mkdtemp(join(tmpdir(), 'sidelight-cold-profile-'));
    try {
      await inBrowser(name, profile, 'coldOpen.store()');
      for (const source of SOURCES) {
        const lives: v.InferOutput<typeof Opened>[] = [];
        for (let life = 0; life < LIVES; life++) {
          const answer = await inBrowser(name, profile, `coldOpen.open('${source}', ${fingerprint})`);
          lives.push(v.parse(Opened, answer));
        }
        const of = (key: 'readMs' | 'openMs' | 'answerMs' | 'matchMs' | 'longestSliceMs'): string =>
          lives.map((life) => life[key].toFixed(0)).join(' ');
        console.log(
          `${name}, ${lives[0]?.articles} articles from the ${source}: first answer after ${of('answerMs')} ms`,
        );
        console.log(`  of that listed by ${of('readMs')} ms, opened by ${of('openMs')} ms`);
        console.log(`  a whole match after that: ${of('matchMs')} ms, longest slice ${of('longestSliceMs')} ms`);
      }
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
} finally {
  server.close();
  await rm(made, { recursive: true });
}

async function buildIndex(): Promise<void> {
  const builder = await sidelight.createBuilder(folder);
  for (const article of generateArticles(corpus)) await builder.add([article]);
  await builder.save();
}

/** A browser is started, asked one thing and ended: nothing of it is warm. */
async function inBrowser(name: 'chromium' | 'firefox', profile: string, source: string): Promise<unknown> {
  const browser = await puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath: found[name] ?? '',
    userDataDir: profile,
    ...(name === 'chromium' ? { args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] } : {}),
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    return await page.evaluate(source);
  } finally {
    await browser.close();
  }
}

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(ROOT, 'e2e/cold-open/page.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if ('output' in output) return output.output[0].code;
  }
  throw new Error('The page script was not built');
}

async function serve(files: string, script: string): Promise<{ address: string; close: () => void }> {
  const listener = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (path === '/') return response.setHeader('content-type', 'text/html').end('<script src="page.js"></script>');
    if (path === '/page.js') return response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    const file = await readFile(join(files, path.replace(/^\/index\//, ''))).catch(() => null);
    return file ? response.end(file) : response.writeHead(404).end();
  });
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () => {
      listener.closeAllConnections();
      listener.close();
    },
  };
}
