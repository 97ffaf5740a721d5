import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../cli/bundled';
import { createFingerprinter, type Fingerprinter } from '../fingerprint/fingerprint';
import { shardsOf } from '../index/open-article-index';
import { statisticsOf } from '../index/statistics';
import type { IndexSource } from '../index/types';
import { runsOf } from '../property-runs.testing';
import { clusterArticles } from './cluster-articles';

type Row = readonly [id: string, lang: string, date: string | null, title: string, text: string];

const LETTER: readonly Row[] = [
  [
    'letter-en',
    'en',
    '2025-06-23',
    'Araghchi hands Putin a letter from Khamenei in Moscow',
    'Iranian foreign minister Abbas Araghchi met Russian president Vladimir Putin in the Kremlin on Monday and gave him a letter from Ayatollah Ali Khamenei.',
  ],
  [
    'letter-de',
    'de',
    '2025-06-23',
    'Araghtschi übergibt Putin in Moskau einen Brief von Chamenei',
    'Der iranische Außenminister Abbas Araghtschi traf am Montag im Kreml den russischen Präsidenten Wladimir Putin und übergab ihm einen Brief von Ajatollah Ali Chamenei.',
  ],
  [
    'letter-hi',
    'hi',
    '2025-06-24',
    'पुतिन से मिले ईरान के विदेश मंत्री अराघची, सौंपी खामेनेई की चिट्ठी',
    'मॉस्को में सोमवार को ईरान के विदेश मंत्री अब्बास अराघची ने रूस के राष्ट्रपति व्लादिमीर पुतिन से भेंट की और अयातुल्ला अली खामेनेई का पत्र दिया।',
  ],
];
/** Three days on, the same people, another event. */
const ENRICHMENT: readonly Row[] = [
  [
    'atom-en',
    'en',
    '2025-06-26',
    'Iran suspends work with the nuclear agency IAEA',
    'The parliament in Tehran voted on Thursday to stop inspections by the International Atomic Energy Agency, foreign minister Abbas Araghchi said.',
  ],
  [
    'atom-de',
    'de',
    '2025-06-26',
    'Iran setzt die Arbeit mit der Atombehörde IAEA aus',
    'Das Parlament in Teheran stimmte am Donnerstag dafür, die Inspektionen der Internationalen Atomenergiebehörde zu beenden, sagte Außenminister Abbas Araghtschi.',
  ],
];
const OTHERS: readonly Row[] = [
  [
    'flood-en',
    'en',
    '2025-06-23',
    'Flood in Valencia leaves villages without power',
    'Rescue teams reached Paiporta by boat; the river Turia rose by two metres.',
  ],
  [
    'chess-en',
    'en',
    '2025-06-24',
    'Gukesh wins the chess tournament in Zagreb',
    'The Indian grandmaster beat Magnus Carlsen in the sixth round.',
  ],
  ['empty', 'en', null, '', ''],
];
const ALL = [...LETTER, ...ENRICHMENT, ...OTHERS];

let fingerprinter: Fingerprinter;
beforeAll(async () => {
  fingerprinter = createFingerprinter(await loadLexicon());
});

function sourceOf([id, lang, date, title, text]: Row): IndexSource {
  const about = { kind: 'article' as const, url: null, site: null, coverage: [], follows: [] };
  return {
    document: { id, lang, date, titles: { [lang]: title }, ...about },
    terms: fingerprinter.fingerprint({ lang, title, text, publishedAt: date }).terms,
  };
}

/** The ids of each story with more than one report, and all stories' names by id. */
function storiesOf(rows: readonly Row[]) {
  const shards = shardsOf(rows.map(sourceOf));
  const names = new Map(clusterArticles(shards, statisticsOf(shards)).map(({ id, story }) => [id, story]));
  const stories = new Map<string, string[]>();
  for (const [id, story] of names) stories.set(story, [...(stories.get(story) ?? []), id]);
  return { names, several: [...stories.values()].filter((ids) => ids.length > 1).map((ids) => ids.sort()) };
}

describe('the articles of an index', () => {
  it('become stories over languages, two events of one running story apart', () => {
    const { names, several } = storiesOf(ALL);
    expect(several).toEqual([
      ['letter-de', 'letter-en', 'letter-hi'],
      ['atom-de', 'atom-en'],
    ]);
    expect(names.get('letter-hi')).toMatch(/^2025-06-23\.\d$/);
    expect(names.get('empty')).toBe('undated.1');
    expect(names.size).toBe(ALL.length);
  });

  it('take in a late report and one without a date, but not one beyond the window', () => {
    const [first] = LETTER;
    if (!first) throw new Error('no article');
    const [, , , title, text] = first;
    const again = (id: string, date: string | null): Row => [id, 'en', date, title, `${text} So it was said.`];
    const { several } = storiesOf([
      ...ALL,
      again('late', '2025-06-28'),
      again('undated', null),
      again('year', '2026-06-23'),
    ]);
    expect(several[0]).toEqual(['late', 'letter-de', 'letter-en', 'letter-hi', 'undated']);
  });

  it('are met by one without a date however many days there are, and not all at once', () => {
    const [first] = LETTER;
    if (!first) throw new Error('no article');
    const [, , , title, text] = first;
    const filler = Array.from({ length: 30 }, (_, i): Row => {
      const date = new Date(Date.UTC(2025, 5, 24) + i * 86_400_000).toISOString().slice(0, 10);
      return [`chess-${i}`, 'en', date, 'Gukesh wins the chess tournament in Zagreb', `He beat Carlsen in round ${i}.`];
    });
    const shards = shardsOf(
      [...LETTER, ...filler, ['undated', 'en', null, title, `${text} So it was said.`] as const].map(sourceOf),
    );
    const opened: (string | null)[] = [];
    const sources = shards.map((shard) => ({
      name: shard.name,
      day: shard.day,
      open: () => {
        opened.push(shard.day);
        return shard;
      },
    }));
    const names = new Map(clusterArticles(sources, statisticsOf(shards)).map(({ id, story }) => [id, story]));
    expect(names.get('undated')).toBe(names.get('letter-de'));
    // What is still open when the undated come is let go of, and each day is opened for them once.
    const after = opened.slice(opened.indexOf(null) + 1);
    expect(after).toEqual(shards.flatMap(({ day }) => day ?? []));
  });

  it('make the same stories in any order and under any names', () => {
    const expected = storiesOf(ALL).names;
    const order = fc.shuffledSubarray([...ALL.keys()], { minLength: ALL.length });
    const prefixes = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: ALL.length, maxLength: ALL.length });
    fc.assert(
      fc.property(order, prefixes, (numbers, prefix) => {
        const rename = (number: number): string => `${prefix[number]}${number}`;
        const rows = numbers.flatMap((number): Row[] => {
          const row = ALL[number];
          if (!row) return [];
          const [, ...rest] = row;
          return [[rename(number), ...rest]];
        });
        const { names } = storiesOf(rows);
        ALL.forEach(([id], number) => {
          expect(names.get(rename(number))).toBe(expected.get(id));
        });
      }),
      { numRuns: runsOf(20) },
    );
  });
});
