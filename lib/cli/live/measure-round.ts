import type { LiveItem } from '../../coverage/accept-item';
import { addItems } from '../../coverage/add-items';
import { openChunks } from '../../coverage/chunk-index';
import type { Fingerprinter } from '../../fingerprint/fingerprint';
import { groupBy } from '../group-by';
import { createRandom } from '../speed/random';
import { cpuMs } from './cpu';
import { asItems, type Labelled } from './feed-items';
import { MemoryChunks } from './memory-chunks';

/** A round: so many feeds, with so many items each, stored so many together. */
const FEEDS = 60;
const ITEMS_A_FEED = 30;
const STORED_TOGETHER = 16;

/**
 * Prints the CPU time of a first round: feeds of which every item is new, from their bytes to the open index. Their words are those of the labelled
 * items: as long and as varied as real ones, without sense.
 */
export async function measureRound(articles: readonly Labelled[], { fingerprint }: Fingerprinter): Promise<void> {
  const random = createRandom(1, 'round', 0);
  const byLanguage = [...groupBy(articles, ({ lang }) => lang)];
  const feeds = Array.from({ length: FEEDS }, (_, feed) => {
    const [lang, own] = byLanguage[feed % byLanguage.length] ?? ['en', []];
    const words = own.flatMap(({ title }) => title.split(/\s+/));
    const phrase = (length: number): string =>
      Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
    return Array.from({ length: ITEMS_A_FEED }, (__, number): Labelled => {
      const id = `${feed}-${number}`;
      return { id, event: null, lang, title: phrase(10), text: phrase(35), publishedAt: '2029-12-31T10:00:00Z' };
    });
  });
  const store = new MemoryChunks();
  const start = cpuMs();
  for (let at = 0; at < feeds.length; at += STORED_TOGETHER) {
    const items: LiveItem[] = [];
    for (const some of feeds.slice(at, at + STORED_TOGETHER)) {
      items.push(...(await asItems(some, some[0]?.lang ?? 'en')));
    }
    store.keep(await addItems(items, store, fingerprint));
  }
  const taken = cpuMs() - start;
  await openChunks(store.files, null);
  console.log({ 'a round, ms': cpuMs() - start, 'of that taking in, ms': taken });
}
