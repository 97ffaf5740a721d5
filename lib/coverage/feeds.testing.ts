/** Feeds and items for tests. */
import type { ArticleItem } from '../inputs/types';
import { type FollowedFeed, newFeed } from './followed-feed';

export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** A feed of a made-up outlet. */
export function feedOf(over: Partial<FollowedFeed> = {}): FollowedFeed {
  return { ...newFeed({ address: 'https://news.example/feed.xml', name: 'The Example', lang: 'en' }, NOW), ...over };
}

/** An item as reading gives it. */
export function itemOf(
  number: number,
  over: Partial<ArticleItem['article']> = {},
  guid: string | null = null,
): ArticleItem {
  return {
    kind: 'article',
    place: { unit: 'item', number },
    guid,
    article: {
      id: `https://news.example/${number}`,
      lang: 'en',
      url: `https://news.example/${number}`,
      title: `Ferry number ${number} runs aground near Varberg`,
      text: '',
      publishedAt: '2026-11-20T08:00:00Z',
      site: null,
      ...over,
    },
  };
}

/** A text as the chunks in which it may come. */
export async function* chunked(text: string, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
