import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFeedsCheck } from './feeds-check';
import { UsageError } from './io';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

const GERMAN = 'Der Gemeinderat hat gestern beschlossen, dass die alte Brücke über den Fluss im Frühjahr erneuert wird';
const FRENCH = 'Le conseil municipal a décidé hier que le vieux pont sur la rivière serait reconstruit au printemps';

/** A feed with a few items of the same text; the first is so many hours old. */
function rss(text: string, hours: number): string {
  const items = Array.from({ length: 5 }, (_, index) => {
    const date = new Date(NOW - (hours + index) * HOUR).toUTCString();
    return `<item><title>${text} (${index})</title><link>https://a.example/${index}</link><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${items.join('')}</channel></rss>`;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const send =
  (body: string): Answer =>
  (_, response) =>
    response.end(body);

const HOSTS: Readonly<Record<string, Answer>> = {
  'good.example': send(rss(GERMAN, 3)),
  'french.example': send(rss(FRENCH, 3)),
  'old.example': send(rss(GERMAN, 24 * 40)),
  'page.example': send('<!doctype html><title>Nachrichten</title><p>Willkommen.</p>'),
  'list.example': send('<opml version="2.0"><body><outline xmlUrl="https://good.example/"/></body></opml>'),
  'empty.example': send('<rss version="2.0"><channel><title>Feed</title></channel></rss>'),
  'gone.example': (_, response) => response.writeHead(404).end('gone'),
  'moved.example': (_, response) => response.writeHead(301, { location: 'https://good.example/new' }).end(),
};

let server: Server;
let folder = '';
let agents: (string | undefined)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-check-'));
  agents = [];
  server = createServer((request, response) => {
    agents.push(request.headers['user-agent']);
    const answer = HOSTS[request.headers.host ?? ''];
    if (answer === undefined) request.socket.destroy();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** The web as it is on this machine: every host is the loopback server. */
const loopback: typeof globalThis.fetch = (input, init) =>
  new Promise((resolve, reject) => {
    const url = new URL(String(input));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), host: url.host };
    const request = get({ port: address.port, host: '127.0.0.1', path: url.pathname, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode: status = 200, headers } = answer;
        const { location } = headers;
        resolve(new Response(Buffer.concat(chunks), { status, headers: location === undefined ? {} : { location } }));
      });
    });
    request.on('error', reject);
  });

/** Checks feeds of these hosts, all of them said to be German. */
async function check(hosts: readonly string[], ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const head = 'lang\tcountry\tkind\tname\tenglish\taddress\tsource\tchecked';
  const rows = hosts.map((host) => `de\tDE\tpaper\t${host}\t-\thttps://${host}/\tlist\t-`);
  await writeFile(join(folder, 'europe.tsv'), `${[head, ...rows].join('\n')}\n`);
  await writeFile(join(folder, 'sources.tsv'), 'id\tdate\twhat\nlist\t2026-05\tA list\n');
  const lines: string[] = [];
  const code = await runFeedsCheck(['--feeds', folder, ...args], {
    fetch: loopback,
    now: () => NOW,
    print: (line) => lines.push(line),
  });
  return {
    code,
    lines: lines.map((line) =>
      line
        .split('\t')
        .filter((_, index) => index !== 1)
        .join(' '),
    ),
  };
}

describe('feeds:check', () => {
  it('finds nothing where a feed is alive, in its language and where the catalogue says', async () => {
    const { code, lines } = await check(['good.example']);
    expect(code).toBe(0);
    expect(lines).toEqual(['ok https://good.example/ 5 items, newest 3 h old', '1 feeds, 1 ok']);
    expect(agents).toEqual(['Sidelight index builder']);
  });

  it.each([
    ['gone.example', 'dead https://gone.example/ the server refuses (404)'],
    ['page.example', 'dead https://page.example/ of no format that is read'],
    ['list.example', 'dead https://list.example/ no feed, but opml'],
    ['moved.example', 'moved https://moved.example/ https://good.example/new'],
    ['empty.example', 'empty https://empty.example/ no item has a headline'],
    ['french.example', 'language https://french.example/ reads as fr'],
    ['old.example', 'stale https://old.example/ the newest item is 40 days old'],
  ])('says what is wrong with %s, and ends with 1', async (host, line) => {
    const { code, lines } = await check([host]);
    expect(code).toBe(1);
    expect(lines[0]).toBe(line);
  });

  it('goes on after a host that does not answer', async () => {
    const { code, lines } = await check(['none.example', 'good.example']);
    expect(code).toBe(1);
    expect(lines.find((line) => line.startsWith('dead'))).toMatch(/none\.example\/ not reached/);
    expect(lines.at(-1)).toBe('2 feeds, 1 ok, 1 dead');
  });

  it('writes the day of a good check, and only where it was good', async () => {
    await check(['good.example', 'old.example'], '--write');
    const rows = (await readFile(join(folder, 'europe.tsv'), 'utf8')).split('\n').map((row) => row.split('\t').at(-1));
    expect(rows).toEqual(['checked', '2026-11-22', '-', '']);
  });

  it('asks only for the languages that are named, and refuses one without feeds', async () => {
    await expect(check(['good.example'], '--lang', 'la')).rejects.toThrow(UsageError);
    await expect(check(['good.example'], '--nonsense')).rejects.toThrow(UsageError);
    expect((await check(['good.example'], '--lang', 'de')).code).toBe(0);
    expect(agents).toHaveLength(1);
  });
});
