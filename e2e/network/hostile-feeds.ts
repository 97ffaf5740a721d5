/** Hosts of an attacker in the test network: payloads in every field of a feed, of a list of feeds and of an index. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { createFingerprinter } from '../../lib/fingerprint/fingerprint';
import { FINGERPRINT_VERSION } from '../../lib/fingerprint/version';
import { encodeShard } from '../../lib/index/encode-shard';
import { openShard } from '../../lib/index/shard';
import { encodeStatistics, statisticsOf } from '../../lib/index/statistics';
import type { IndexSource } from '../../lib/index/types';
import { decodeLexicon } from '../../lib/lexicon/format';
import { DOMAIN } from './network';
import { EVENT, OTHER } from './outlets';

/** An item's own language is believed: so many reports of each are shown that a feed that claims many shows more. */
const CLAIMED = 'en es de fr it pt nl pl tr id sw ro cs sv da fi ca hu'.split(' ');

/** What a payload loads, if ever it does: a host of the network, which tells who was asked. */
export const HIT_HOST = `hit${DOMAIN}`;
export const HIT = `https://${HIT_HOST}/hit`;

const HOUR = 3_600_000;

/** What an XML file cannot have in it: that is tested with what was stored. */
const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Whether a text comes through a feed as it is. */
export const fitsXml = (text: string): boolean => text.replace(NOT_IN_XML, '') === text;

const escaped = (text: string): string =>
  text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An item of a feed as an attacker writes it. */
interface HostileItem {
  readonly title: string;
  readonly link: string;
  /** The outlet that it claims; '' for none. */
  readonly source: string;
}

/** A feed that is called by a payload, and reports the event in whatever its items say. */
export function hostileFeed(name: string, items: readonly HostileItem[]): string {
  const written = items.map(({ title, link, source }, at) => {
    const [said, outlet] = [escaped(title), escaped(source)];
    // Escaped twice: a headline is HTML, and markup in it would not be shown.
    return `<item><title>${escaped(said)}</title><link>${escaped(link)}</link><guid>${outlet} ${at}</guid>
      <dc:language>${CLAIMED[at % CLAIMED.length]}</dc:language><category>${said}</category><author>${said}</author>
      <description>${title.startsWith(EVENT.en.title) ? escaped(`<p>${EVENT.en.text}</p>`) : ''}</description>
      ${source === '' ? '' : `<source url="${escaped(link)}">${outlet}</source>`}
      <pubDate>${new Date(Date.now() - HOUR).toUTCString()}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>${escaped(escaped(name))}</title><link>${escaped(name)}</link><description>${escaped(name)}</description>${written.join('')}</channel></rss>`;
}

/** The event under a payload: a headline of nothing but payloads is none of the event. */
export const eventTitle = (payload: string): string => `${EVENT.en.title} ${payload}`;

/** Articles of other events: where all are of one, none is nearer than the others. */
export const FILLER: readonly HostileItem[] = Array.from({ length: 280 }, (_, at) => ({
  title: `${OTHER[at % OTHER.length]} ${at} opens again in town ${at >> 3}`,
  link: `https://filler.example/${at}`,
  source: '',
}));

/** Feeds that are called by payloads. */
export function hostileList(names: readonly string[]): FeedChoice[] {
  return names.map((name, at) => ({ address: `https://listed${at}${DOMAIN}/feed.xml`, name, lang: null }));
}

/** Where the index is. */
export const INDEX_HOST = `index-of-evil${DOMAIN}`;
export const INDEX_ADDRESS = `https://${INDEX_HOST}/manifest.json`;

/** An index whose articles report the event under payloads, as an attacker makes its files: each with a sound hash. */
export interface HostileIndex {
  answer(path: string, response: ServerResponse): void;
}

/** @param lexicon the bundled one: the terms are those that the extension makes of the event */
export function hostileIndex(payloads: readonly string[], lexicon: Uint8Array): HostileIndex {
  const { fingerprint } = createFingerprinter(decodeLexicon(lexicon));
  const day = new Date(Date.now() - HOUR).toISOString().slice(0, 10);
  const sourceOf = (at: number, title: string, text: string, payload: string): IndexSource => {
    const lang = CLAIMED[at % CLAIMED.length] ?? 'en';
    const { terms } = fingerprint({ title, text, lang, publishedAt: day });
    return {
      document: {
        id: `${at} ${payload}`,
        kind: 'article',
        lang,
        date: day,
        titles: { [lang]: `${title} ${payload}` },
        url: `https://${INDEX_HOST}/${at}`,
        site: payload,
        coverage: [],
        follows: [],
      },
      terms: terms.map((term) => ({ ...term, forms: [...term.forms, { lang, text: payload.slice(0, 200) }] })),
    };
  };
  const sources = [
    ...payloads.map((payload, at) => sourceOf(at, EVENT.en.title, EVENT.en.text, payload)),
    ...FILLER.map(({ title }, at) => sourceOf(payloads.length + at, title, '', 'x')),
  ];
  const shard = encodeShard(sources);
  const name = 'shards/evil.bin';
  const statistics = encodeStatistics(statisticsOf([openShard(name, shard)]));
  const file = (path: string, bytes: Uint8Array) => ({
    file: path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const manifest = {
    format: 1,
    fingerprint: FINGERPRINT_VERSION,
    generation: 1,
    outlets: payloads.length,
    [payloads[0] ?? '']: payloads,
    statistics: file('evil.bin', statistics),
    shards: [{ ...file(name, shard), day, articles: sources.length, languages: { en: sources.length } }],
  };
  const files = new Map<string, string | Uint8Array>([
    ['/manifest.json', JSON.stringify(manifest)],
    ['/evil.bin', statistics],
    [`/${name}`, shard],
  ]);
  return {
    answer(path, response) {
      const bytes = files.get(path);
      if (bytes === undefined) response.writeHead(404).end();
      else response.end(bytes);
    },
  };
}
