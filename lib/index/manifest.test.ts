import { describe, expect, it } from 'vitest';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { formatManifest, INDEX_FORMAT, type Manifest, manifestFacts, parseManifest } from './manifest';

const file = { file: 'statistics-0f.bin', bytes: 10, sha256: 'ab'.repeat(32) };
const shard = {
  ...file,
  file: 'shards/2025-06-23-0f.bin',
  day: '2025-06-23',
  articles: 3,
  languages: { hi: 1, bn: 2 },
};
const manifest: Manifest = {
  format: INDEX_FORMAT,
  fingerprint: FINGERPRINT_VERSION,
  generation: 1,
  outlets: 2,
  statistics: file,
  shards: [shard, { ...shard, file: 'shards/undated-0f.bin', day: null }],
};

describe('a manifest', () => {
  it('comes back as it was written, and tells what the index holds', () => {
    expect(parseManifest(formatManifest(manifest))).toEqual(manifest);
    expect(manifestFacts(manifest)).toMatchObject({
      articles: 6,
      languages: ['bn', 'hi'],
      from: '2025-06-23',
      to: '2025-06-23',
      bytes: 30,
    });
  });

  it('of another version is refused in words, and anything else as none', () => {
    const changed = (more: object) => () => parseManifest(JSON.stringify({ ...manifest, ...more }));
    expect(changed({ format: 2 })).toThrow('has format version 2');
    expect(changed({ fingerprint: 99 })).toThrow('fingerprint version 99');
    expect(changed({ shards: [{ ...shard, day: '2025-02-30' }] })).toThrow('damaged');
    expect(() => parseManifest('{')).toThrow('not a manifest');
  });

  it('names no file outside its folder', () => {
    for (const name of ['../a.bin', '/a.bin', 'shards/../../a.bin', 'https://a.example/a.bin', 'shards/a.txt']) {
      const text = JSON.stringify({ ...manifest, shards: [{ ...shard, file: name }] });
      expect(() => parseManifest(text)).toThrow('damaged');
    }
  });
});
