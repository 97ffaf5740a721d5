import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { foundStory, savedStory } from '../library/saved-story.testing';
import { entryOf } from './history';
import type { TabState } from './schemas';

const now = new Date('2025-03-02T08:30:00Z');
const index = {
  stories: 1,
  reports: 1,
  outlets: 1,
  articles: 0,
  languages: ['hi'],
  from: null,
  to: null,
  bytes: 1,
  fingerprintVersion: 1,
};
const { page } = savedStory();
const read = {
  status: 'read',
  readId: 'a',
  address: null,
  page: { ...page, kind: 'article' },
  findings: { sameEvent: [foundStory()], background: [foundStory({ id: 'before' })], related: [], index },
} as const satisfies TabState;

describe('what is listed of a reading', () => {
  it('is the article, and the stories that it reports', () => {
    expect(entryOf({ state: read, isPrivate: false }, now)).toEqual({
      readAt: '2025-03-02T08:30:00.000Z',
      page,
      stories: [foundStory().id],
    });
  });

  it.each<[string, TabState, boolean]>([
    ['a private window', read, true],
    ['a page that is no article', { ...read, page: { ...read.page, kind: 'home' }, findings: null }, false],
    [
      'a page that failed',
      { status: 'failed', readId: 'a', address: null, failure: { code: 'index', detail: '' } },
      false,
    ],
    ['a page that is being read', { status: 'reading', readId: 'a', address: null }, false],
  ])('is nothing for %s', (_, state, isPrivate) => {
    expect(entryOf({ state, isPrivate }, now)).toBeNull();
  });
});
