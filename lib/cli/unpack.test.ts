import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inChunks } from '../inputs/samples.testing';
import { joinBytes } from '../inputs/text-stream';
import { collect } from './io';
import { unpackFile } from './unpack';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const TEXT = 'a line of text\n'.repeat(3000);

/** Names and texts of the files in one, read in chunks. */
async function unpacked(file: Uint8Array, size = 500): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { name, chunks } of unpackFile({ name: 'f', chunks: inChunks(file, size) })) {
    found.push([name, Buffer.from(joinBytes(await collect(chunks))).toString()]);
  }
  return found;
}

describe('unpackFile', () => {
  it('leaves what is not packed as it is', async () => {
    expect(await unpacked(bytes(TEXT))).toEqual([['f', TEXT]]);
    expect(await unpacked(new Uint8Array())).toEqual([['f', '']]);
  });

  it('joins the members of a gzip file', async () => {
    const members = joinBytes(['a', TEXT, 'b'].map((text) => gzipSync(text)));
    expect(await unpacked(members)).toEqual([['f', `a${TEXT}b`]]);
  });

  it('goes on with the next member where one is damaged, and says so at the end', async () => {
    const texts = Array.from(
      { length: 40 },
      (_, i) => `${i} ${Array.from({ length: 2000 }, (_, j) => (i * j * j) % 997).join(' ')}\n`,
    );
    const members = texts.map((text) => gzipSync(text));
    const middle = members[20];
    middle?.fill(0xff, 500, 510);
    let read = '';
    const reading = async () => {
      for await (const { chunks } of unpackFile({ name: 'f', chunks: inChunks(joinBytes(members), 5000) })) {
        for await (const chunk of chunks) read += Buffer.from(chunk).toString();
      }
    };
    await expect(reading()).rejects.toThrow('cannot be unzipped');
    const times = texts.map((text) => read.split(text).length - 1);
    expect(times).toEqual(texts.map((_, i) => (i === 20 ? 0 : 1)));
  });

  it('finds a member behind bytes that are none, and names them unless they are zeros', async () => {
    const [a, b, zeros, garbage] = [gzipSync('a'), gzipSync('b'), Buffer.alloc(20_000), Buffer.alloc(20_000, 7)];
    expect(await unpacked(joinBytes([a, b, a, zeros, b, a, zeros]))).toEqual([['f', 'ababa']]);
    await expect(unpacked(joinBytes([a, garbage, b]))).rejects.toThrow('cannot be unzipped');
  });

  it('gives the files of a zip archive one by one, stored, deflated or packed themselves', async () => {
    const archive = zipSync({
      'a.csv': bytes(TEXT),
      folder: { 'b.txt': [bytes('stored'), { level: 0 }], 'c.gz': gzipSync(TEXT) },
    });
    const expected = [
      ['f/a.csv', TEXT],
      ['f/folder/b.txt', 'stored'],
      ['f/folder/c.gz', TEXT],
    ];
    expect(await unpacked(archive, 7)).toEqual(expected);
    expect(await unpacked(archive, 1_000_000)).toEqual(expected);
  });

  it('passes over what is left unread', async () => {
    const archive = zipSync({ a: bytes(TEXT), b: bytes('b') });
    const names: string[] = [];
    for await (const { name } of unpackFile({ name: 'f', chunks: inChunks(archive, 50) })) names.push(name);
    expect(names).toEqual(['f/a', 'f/b']);
  });

  it('says that a packed file is cut', async () => {
    const gz = gzipSync(TEXT);
    await expect(unpacked(gz.subarray(0, gz.length - 20))).rejects.toThrow('cannot be unzipped');
    const zip = zipSync({ a: bytes(TEXT) });
    await expect(unpacked(zip.subarray(0, 100))).rejects.toThrow('cut short');
  });
});
