/** Feeds as OPML, the format in which feed readers exchange their lists. */
import { readOpml } from '../inputs/opml';
import { decodeText, encodingOf } from '../inputs/text-stream';
import { InputFault } from '../inputs/types';
import { type FeedChoice, feedAddress } from './followed-feed';

/** A longer list is not one that a reader reads. */
const MOST_FEEDS = 1000;
const MOST_BYTES = 5 * 1024 * 1024;

/** A list of feeds as a file. */
export function writeOpml(feeds: readonly FeedChoice[]): string {
  const outlines = feeds.map(({ address, name, lang }) => {
    const language = lang === null ? '' : ` language="${escapeXml(lang)}"`;
    return `    <outline type="rss" text="${escapeXml(name || address)}" xmlUrl="${escapeXml(address)}"${language}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Sidelight</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A list must call its feeds something: one that it calls by its address has no name yet, and is to tell its own. */
function nameOf(name: string | null | undefined, address: string): string {
  return name === null || name === undefined || feedAddress(name) === feedAddress(address) ? '' : name;
}

/** The feeds that a file lists, each once; null where it is no such list. Addresses that are not https are left out. */
export async function readFeedList(bytes: Uint8Array): Promise<FeedChoice[] | null> {
  if (bytes.length > MOST_BYTES) return null;
  const chunks = (async function* () {
    yield bytes;
  })();
  const found = new Map<string, FeedChoice>();
  let items = 0;
  try {
    for await (const item of readOpml(decodeText(chunks, encodingOf(bytes)))) {
      items++;
      if (item.kind !== 'feed') continue;
      const address = feedAddress(item.address);
      if (address !== null && found.size < MOST_FEEDS)
        found.set(address, { address, name: nameOf(item.name, item.address), lang: null });
    }
  } catch (error) {
    if (error instanceof InputFault) return null;
    throw error;
  }
  return items === 0 ? null : [...found.values()];
}
