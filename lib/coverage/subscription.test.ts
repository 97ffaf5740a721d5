import { describe, expect, it } from 'vitest';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { formatManifest, INDEX_FORMAT, type Manifest } from '../index/manifest';
import { filesWanted, judgeManifest, SUBSCRIPTION_LIMITS } from './subscription';

const HASH = 'a'.repeat(64);

function manifest(generation: number, days: readonly (string | null)[] = [], bytes = 1000): Manifest {
  return {
    format: INDEX_FORMAT,
    fingerprint: FINGERPRINT_VERSION,
    generation,
    outlets: 1,
    statistics: { file: 'statistics-1.bin', bytes: 10, sha256: HASH },
    shards: days.map((day, at) => ({
      file: `shards/${day ?? 'undated'}-${at}.bin`,
      bytes,
      sha256: HASH,
      day,
      articles: 1,
      languages: { en: 1 },
    })),
  };
}

describe('a manifest', () => {
  it('is taken where it is not older than the one in use', () => {
    const [first, second] = [formatManifest(manifest(1)), formatManifest(manifest(2))];
    expect(judgeManifest(first, null).state).toBe('ok');
    expect(judgeManifest(second, first).state).toBe('ok');
    expect(judgeManifest(second, second).state).toBe('ok');
    expect(judgeManifest(first, second)).toEqual({ state: 'older', detail: '1 < 2' });
  });

  it('whose statistics are beyond all bounds is not taken', () => {
    const { statistics, ...rest } = manifest(1);
    const bytes = SUBSCRIPTION_LIMITS.file + 1;
    expect(judgeManifest(formatManifest({ ...rest, statistics: { ...statistics, bytes } }), null).state).toBe(
      'too-large',
    );
  });

  it('of another version, or anything else, is none', () => {
    expect(judgeManifest(JSON.stringify({ ...manifest(1), format: 99 }), null).state).toBe('no-index');
    expect(judgeManifest('<html>', null).state).toBe('no-index');
  });
});

describe('the files of an index', () => {
  it('are wanted for its newest days, and without a date', () => {
    const files = filesWanted(manifest(1, ['2026-11-01', '2026-11-19', null, '2026-11-20']), 3).map(({ file }) => file);
    expect(files[0]).toBe('statistics-1.bin');
    expect([...files.slice(1)].sort()).toEqual([
      'shards/2026-11-19-1.bin',
      'shards/2026-11-20-3.bin',
      'shards/undated-2.bin',
    ]);
  });

  it('are wanted within bounds, the newest first', () => {
    const large = manifest(1, ['2026-11-18', '2026-11-19', '2026-11-20'], SUBSCRIPTION_LIMITS.all / 3);
    expect(filesWanted(large, 14).map(({ file }) => file)).toEqual([
      'statistics-1.bin',
      'shards/2026-11-20-2.bin',
      'shards/2026-11-19-1.bin',
    ]);
  });
});
