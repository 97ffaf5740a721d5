import { LIMITS } from './limits';
import { type InputItem, problemItem } from './types';
import { attribute, parseXml } from './xml';

/** The feeds that an OPML file lists, in whatever folders. Outlines without an address are headings. */
export async function* readOpml(chunks: AsyncIterable<string>): AsyncGenerator<InputItem> {
  const found: InputItem[] = [];
  let count = 0;
  const handler = {
    open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
      if (name !== 'outline') return;
      const type = attribute(attributes, 'type')?.toLowerCase();
      const feed = attribute(attributes, 'xmlurl')?.trim() || null;
      const named = type === 'rss' || type === 'atom' || type === 'include';
      // A list may include another list, by its own address; and old lists name feeds as they name lists.
      const address = feed ?? (named ? attribute(attributes, 'url')?.trim() : null);
      if (!address && !named) return;
      count++;
      const place = { unit: 'item', number: count, line } as const;
      const called = attribute(attributes, 'text')?.trim() || attribute(attributes, 'title')?.trim() || null;
      found.push(address ? { kind: 'feed', address, place, name: called } : problemItem('no address', place));
    },
    text() {},
    close(name: string, cut: boolean): void {
      if (cut && name === 'opml') found.push(problemItem('the file is cut short', null));
    },
  };
  for await (const _ of parseXml(chunks, handler)) {
    yield* found.splice(0);
    if (count > LIMITS.items) {
      yield problemItem(`more than ${LIMITS.items} items`, null, 'the rest is not read');
      return;
    }
  }
}
