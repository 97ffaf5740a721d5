import { describe, expect, it } from 'vitest';
import { parseResponse } from './http-response';
import { LIMITS } from './limits';
import { openInput } from './read-input';
import {
  articlesIn,
  httpAnswer,
  inChunks,
  itemsOf,
  plainPages,
  problemsIn,
  SAMPLES,
  warcRecord,
  warcRecords,
} from './samples.testing';
import type { InputItem } from './types';

const PAGE = '<html><title>x</title><p>y</p></html>';
const joined = (...records: readonly Uint8Array[]): Uint8Array => Buffer.concat(records);
const answer = (name: string, block: Uint8Array = httpAnswer(PAGE)) =>
  warcRecord('response', `http://a.example/${name}`, block);
const titles = (items: readonly InputItem[]) => articlesIn(items).map(({ url }) => url?.slice(-1));
const skipped = (items: readonly InputItem[]) =>
  items.flatMap((item) => (item.kind === 'skipped' ? [item.reason] : []));

describe('web archives', () => {
  it('read the answers and count the rest', async () => {
    const items = await itemsOf(joined(...warcRecords()));
    expect(articlesIn(items).map(({ url }) => url)).toEqual(SAMPLES.map(({ url }) => url));
    expect(skipped(items)).toEqual(['records of type warcinfo', ...SAMPLES.map(() => 'records of type request')]);
    expect(problemsIn(items)).toEqual([]);
  });

  it('pass over what is no page', async () => {
    const other = Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>');
    const picture = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<p>');
    expect(skipped(await itemsOf(joined(answer('a', other), answer('b', picture))))).toEqual([
      'answers other than 200',
      'not HTML',
    ]);
  });

  it.each([
    ['a length that is too small', (record: string) => record.replace(/Content-Length: \d+/, 'Content-Length: 3')],
    ['a length that is too large', (record: string) => record.replace(/Content-Length: (\d+)/, 'Content-Length: $19')],
    ['no length', (record: string) => record.replace(/Content-Length: \d+/, 'Content-Length: x')],
    ['no headers', (record: string) => record.replace(/WARC-Type: response/, 'garbage')],
    ['no answer', (record: string) => record.replace('HTTP/1.1 200', 'XXXX/1.1 200')],
    ['bytes before it', (record: string) => `garbage\n${record}`],
  ])('go on after a record with %s', async (_, damage) => {
    const damaged = Buffer.from(damage(Buffer.from(answer('b')).toString('latin1')), 'latin1');
    const items = await itemsOf(joined(answer('a'), damaged, ...'cdefg'.split('').map((name) => answer(name))));
    expect(titles(items)).toEqual(expect.arrayContaining(['a', 'f', 'g']));
    expect(problemsIn(items).length).toBeGreaterThan(0);
  });

  it('name a cut record, and one that is too long without holding it', async () => {
    const whole = joined(answer('a'), answer('b'));
    const cut = await itemsOf(whole.subarray(0, whole.length - 20));
    expect([titles(cut), problemsIn(cut)]).toEqual([['a'], ['record 2: cut short']]);
    const long = await itemsOf(joined(answer('a', new Uint8Array(LIMITS.record + 1)), answer('b')), 1_000_000);
    expect([titles(long), problemsIn(long)]).toEqual([['b'], ['record 1: longer than 10 MB']]);
  });

  it('take a body for what it is, packed or not, whatever its header says', async () => {
    const unpacked: string[] = [];
    const tools = {
      ...plainPages,
      unpack: async (encoding: string, body: Uint8Array) => {
        unpacked.push(`${encoding} ${body.length}`);
        return Buffer.from(PAGE);
      },
    };
    const packed = 'Content-Encoding: gzip\r\n';
    const bodies = [PAGE, `\r\n\t ${PAGE}`, `\uFEFF\n${PAGE}`, '\u001F\u008B1'];
    const records = bodies.map((body, i) => answer(`${i}`, httpAnswer(body, packed)));
    const { items } = await openInput(inChunks(joined(...records), 100), 'x', tools);
    const found: InputItem[] = [];
    for await (const item of items) found.push(item);
    expect(titles(found)).toEqual(['0', '1', '2', '3']);
    expect(unpacked).toEqual(['gzip 4']);
  });

  it('take an answer without a type for a page where it begins as one', async () => {
    const bare = (body: string) => Buffer.from(`HTTP/1.1 200 OK\r\nServer: x\r\n\r\n${body}`);
    const items = await itemsOf(joined(answer('a', bare(`\n${PAGE}`)), answer('b', bare('{"a":1}'))));
    expect([titles(items), skipped(items)]).toEqual([['a'], ['not HTML']]);
  });

  it('take the address between angle brackets, as the first version of the standard has it', async () => {
    expect(articlesIn(await itemsOf(warcRecord('response', '<http://a.example/x>', httpAnswer(PAGE))))[0]?.url).toBe(
      'http://a.example/x',
    );
  });
});

describe('parseResponse', () => {
  const bodyOf = (bytes: Uint8Array) => Buffer.from(parseResponse(bytes)?.body ?? []).toString();
  const chunked = 'Transfer-Encoding: chunked\r\n';

  it('joins chunks, and leaves a body that was joined before', () => {
    expect(bodyOf(httpAnswer('3\r\n<p>\r\n2;x=1\r\nab\r\n0\r\n\r\n', chunked))).toBe('<p>ab');
    expect(bodyOf(httpAnswer('<p>ab', chunked))).toBe('<p>ab');
    expect(bodyOf(httpAnswer('3\r\n<p>\r\n9\r\nab', chunked))).toBe('<p>ab');
  });

  it('gives null for what is no answer', () => {
    expect(parseResponse(Buffer.from('SSH-2.0'))).toBe(null);
    expect(parseResponse(new Uint8Array())).toBe(null);
  });
});
