import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize, resolve } from 'node:path';
import { ROOT } from './harness';
import { MADE_PAGES } from './pages/made';

/** The seed pages of the bench, where they are at hand. */
export const SEEDS = resolve(ROOT, process.env.SIDELIGHT_BENCH ?? '../shared/bench', 'seeds');

export interface PageServer {
  readonly base: string;
  /** Every path that was asked for, in order. */
  readonly asked: readonly string[];
  /** Serves one more page, or another one, at a path. */
  put(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** Pages that are made, not kept: too large or too deep for a file in the repository. */
const MADE: Readonly<Record<string, () => string>> = {
  '/big.html': bigPage,
  '/deep.html': deepPage,
  '/paper.pdf': paper,
  ...Object.fromEntries(MADE_PAGES.map(({ path, html }) => [path.replace(/\?.*/, ''), () => html])),
};

/** Serves the sample pages on a free port of the loopback interface. */
export async function startServer(port = 0): Promise<PageServer> {
  const asked: string[] = [];
  const more = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    asked.push(path);
    const put = more.get(path);
    const body = put?.html ?? MADE[path]?.() ?? readPageFile(path);
    if (body === null) return response.writeHead(404).end();
    const type = path.endsWith('.pdf') ? 'application/pdf' : path.endsWith('.txt') ? 'text/plain' : 'text/html';
    const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...put?.headers };
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port');
  return {
    base: `http://127.0.0.1:${address.port}`,
    asked,
    put: (path, html, headers = {}) => void more.set(path, { html, headers }),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function readPageFile(path: string): Buffer | null {
  const clean = normalize(path);
  const file = clean.startsWith('/seeds/')
    ? join(SEEDS, 'pages', clean.slice('/seeds/'.length))
    : join(ROOT, 'e2e/pages', clean);
  return /\.(html|txt|pdf)$/.test(clean) && existsSync(file) ? readFileSync(file) : null;
}

/** An article of 10 MB: one event told in far too many paragraphs. */
function bigPage(): string {
  const paragraph = `<p>${'The committee met again and the minister spoke about the harvest in the valley. '.repeat(12)}</p>\n`;
  const body = paragraph.repeat(Math.ceil(10e6 / paragraph.length));
  return `<!doctype html><html lang="en"><title>A very long report</title><article><h1>A very long report</h1>${body}</article></html>`;
}

/** The smallest document of one empty page. */
function paper(): string {
  return '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n';
}

/** 50,000 elements, each inside the one before. */
function deepPage(): string {
  const depth = 50_000;
  return `<!doctype html><html lang="en"><title>A deep page</title>${'<div>'.repeat(depth)}<p>At the bottom.</p></html>`;
}
