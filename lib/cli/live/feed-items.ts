import { acceptItem, type LiveItem } from '../../coverage/accept-item';
import { newFeed } from '../../coverage/followed-feed';
import { readFeed } from '../../coverage/read-feed';

/** A labelled headline with what its feed said beside it. */
export interface Labelled {
  readonly id: string;
  readonly event: string | null;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt?: string;
}

/** The benchmark's clock: later than every labelled article. */
export const NOW = Date.parse('2030-01-01T00:00:00Z');

const escapeXml = (text: string): string => text.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));

/** Articles as the items of one feed, read as one that came over the line. */
export async function asItems(articles: readonly Labelled[], lang: string): Promise<LiveItem[]> {
  const items = articles.map(
    ({ id, title, text, publishedAt = '' }) =>
      `<item><title>${escapeXml(title)}</title><link>https://${lang}.example/${id}</link><description>${escapeXml(text)}</description><pubDate>${publishedAt}</pubDate></item>`,
  );
  const feed = newFeed({ address: `https://${lang}.example/feed`, name: lang, lang }, NOW);
  const accepted: LiveItem[] = [];
  for (let at = 0; at < items.length; at += 250) {
    const file = `<rss version="2.0"><channel><title>${lang}</title>${items.slice(at, at + 250).join('')}</channel></rss>`;
    const chunks = (async function* () {
      yield new TextEncoder().encode(file);
    })();
    for (const item of (await readFeed(chunks, feed.address)).items) {
      const acceptance = acceptItem(item, feed, NOW, '0000-01-01');
      if ('item' in acceptance) accepted.push(acceptance.item);
    }
  }
  return accepted;
}
