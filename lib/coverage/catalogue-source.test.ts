import { describe, expect, it } from 'vitest';
import { CatalogueError } from './catalogue';
import { faultsOf, parseFeedRows, parseSources, withChecks } from './catalogue-source';

const HEAD = 'lang\tcountry\tkind\tname\tenglish\taddress\tsource\tchecked';
const ROW = 'hi\tIN\tpaper\tसमाचार\tSamachar\thttps://samachar.example/rss\tlist\t-';
const OTHER = 'hi\tIN\tpaper\tखबर\t-\thttps://khabar.example/rss\tlist\t2026-11-20';

const SOURCES = parseSources('sources.tsv', 'id\tdate\twhat\nlist\t2026-05\tA list of feeds\n');

function faults(...files: string[]): string[] {
  return faultsOf(
    files.flatMap((rows, index) => parseFeedRows(`${index}.tsv`, `${HEAD}\n${rows}\n`)),
    SOURCES,
  );
}

describe('parseFeedRows', () => {
  it('reads a feed with its source', () => {
    const [first, second] = parseFeedRows('asia.tsv', `${HEAD}\n${ROW}\n${OTHER}\n`);
    expect(first).toMatchObject({ source: 'list', file: 'asia.tsv', feed: { english: 'Samachar', checked: null } });
    expect(second).toMatchObject({ feed: { english: null, checked: '2026-11-20' } });
  });

  it.each([
    ['another head', `lang\tname\n${ROW}`, /asia\.tsv:1/],
    ['a column less', `${HEAD}\n${ROW}\n${ROW.replace('\tpaper', '')}`, /asia\.tsv:3/],
    ['an empty column', `${HEAD}\n${ROW.replace('list', '')}`, /asia\.tsv:2/],
    ['http', `${HEAD}\n${ROW.replace('https:', 'http:')}`, /asia\.tsv:2: address/],
  ])('names the line of %s', (_, text, where) => {
    expect(() => parseFeedRows('asia.tsv', text)).toThrow(CatalogueError);
    expect(() => parseFeedRows('asia.tsv', text)).toThrow(where);
  });
});

describe('parseSources', () => {
  it('refuses a source without a date, or one that is there twice', () => {
    expect(() => parseSources('sources.tsv', 'id\tdate\twhat\nlist\tMay\tA list')).toThrow(/is not a date/);
    expect(() => parseSources('sources.tsv', 'id\tdate\twhat\na\t2026-05\tA\na\t2026-05\tA')).toThrow(/twice/);
  });
});

describe('faultsOf', () => {
  it('finds none where there is none', () => {
    expect(faults(`${ROW}\n${OTHER}`)).toEqual([]);
  });

  it.each([
    ['an address twice', `${ROW}\n${ROW.replace('समाचार', 'खबर')}`],
    ['an address twice, once with www.', `${ROW}\n${ROW.replace('समाचार', 'खबर').replace('//', '//www.')}`],
    ['an outlet twice in a language', `${ROW}\n${ROW.replace('/rss', '/rss2')}`],
    ['a language that nobody knows', ROW.replace('hi', 'xqz')],
    ['a country that nobody knows', ROW.replace('IN', 'XX')],
    ['a union for a country', ROW.replace('IN', 'EU')],
    ['a source that is not listed', `${ROW}\n${OTHER.replace('list', 'hearsay')}`],
  ])('finds %s', (_, rows) => {
    expect(faults(rows)).toHaveLength(1);
  });

  it('keeps the feeds of a language in one file, where their order says which is best', () => {
    expect(faults(ROW, OTHER)).toHaveLength(1);
    expect(faults(ROW, OTHER.replace('hi', 'mr'))).toEqual([]);
  });

  it('finds a source that nothing comes from', () => {
    expect(faultsOf([], SOURCES)).toEqual(['sources.tsv: nothing comes from list']);
  });
});

describe('withChecks', () => {
  it('writes the day to the feeds that were read, and changes nothing else', () => {
    const text = `${HEAD}\n${ROW}\n${OTHER}\n`;
    const checked = withChecks(text, new Map([['https://samachar.example/rss', '2026-11-22']]));
    expect(checked).toBe(text.replace('list\t-', 'list\t2026-11-22'));
  });
});
