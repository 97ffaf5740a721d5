import { describe, expect, it } from 'vitest';
import { feedOf, itemOf, NOW } from '../../coverage/feeds.testing';
import type { FeedNote } from '../../coverage/followed-feed';
import type { ArticleItem } from '../../inputs/types';
import { afterReading } from './standing';

const stored = { etag: '"2"', lastModified: 'Fri, 20 Nov 2026 11:00:00 GMT' };

function stands(items: readonly ArticleItem[], notes: readonly FeedNote[] = []) {
  const content = { state: 'ok', detail: '', notes, items } as const;
  return afterReading(
    feedOf({ name: '' }),
    { kind: 'content', content, notBefore: null, serverTime: null, ...stored },
    notes,
    NOW,
    60,
  );
}

describe('a feed that has been read', () => {
  it('is asked for whole again where it broke off, and else for what is new', () => {
    expect(stands([itemOf(1)])).toMatchObject(stored);
    expect(stands([itemOf(1)], ['cut-short'])).toMatchObject({ etag: null, lastModified: null, readAt: NOW });
  });

  it('is called what it calls itself, shown as its letters stand', () => {
    expect(stands([itemOf(1, { site: 'The \u202eelpmaxE' }), itemOf(2, { site: 'The \u202eelpmaxE' })]).name).toBe(
      'The elpmaxE',
    );
  });

  it('is not called by one of the outlets that it gathers', () => {
    expect(stands([itemOf(1, { site: 'One' }), itemOf(2, { site: 'Two' })]).name).toBe('');
  });
});
