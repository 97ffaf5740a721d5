import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { gkgLine } from '../inputs/gkg.testing';
import { type Sample, warcRecords } from '../inputs/samples.testing';
import { runIndex } from './index-command';
import { runMatch } from './match-command';

const PAGE = fileURLToPath(new URL('../../e2e/pages/sample-hi.html', import.meta.url));

const PLACE = '4#Moscow, Moskva, Russia#RS#RS48#25108#55.7522#37.6156#-2960561';
const PEOPLE = ['Vladimir Putin', 'Abbas Araghchi', 'Ali Khamenei'];
const ENGLISH = {
  url: 'https://post.example/araghchi-putin',
  title: 'Araghchi meets Putin in Moscow with a letter from Khamenei',
  lang: 'en',
  date: '2025-06-23T12:10Z',
};
const RUSSIAN = {
  url: 'https://vesti.example/arakchi',
  title: 'Путин встретился в Москве с Аракчи, министр передал письмо Хаменеи',
  lang: 'ru',
  date: '2025-06-23T11:40Z',
};
const SPANISH = {
  url: 'https://diario.example/valencia',
  title: 'La riada deja sin luz a los pueblos de Valencia',
  lang: 'es',
  date: '2025-06-21T09:00Z',
};
/** What a crawler brought home: a Bengali report of the same event, and one of another. */
const CRAWLED: readonly Sample[] = [
  {
    url: 'https://khobor.example/araghchi',
    title: 'মস্কোয় পুতিনের সঙ্গে ইরানের পররাষ্ট্রমন্ত্রী আরাগচির বৈঠক',
    text: 'ইরানের পররাষ্ট্রমন্ত্রী আব্বাস আরাগচি সোমবার মস্কোয় রাশিয়ার প্রেসিডেন্ট ভ্লাদিমির পুতিনের সঙ্গে বৈঠক করেন এবং আলি খামেনির চিঠি হস্তান্তর করেন।',
    lang: 'bn',
    date: '2025-06-23T13:20Z',
  },
  {
    url: 'https://daily.example/strait',
    title: 'Two republics agree on fishing in the strait',
    text: 'Ministers Anna Berg and Tomas Lind signed the paper in Lindholm, and boats may go out from July.',
    lang: 'en',
    date: '2025-06-23T10:30Z',
  },
];

let folder = '';
let printed = '';
const index = () => join(folder, 'index');
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = await mkdtemp(join(tmpdir(), 'sidelight-formats-'));
  const english = join(folder, '20250623180000.gkg.csv');
  const translated = join(folder, '20250623180000.translation.gkg.csv.zip');
  const archive = join(folder, 'CC-NEWS-20250623180000-00001.warc.gz');
  await writeFile(english, gkgLine(ENGLISH, 1, { translatedFrom: '', persons: PEOPLE, place: PLACE }));
  const lines =
    gkgLine(RUSSIAN, 1, { translatedFrom: 'rus', persons: PEOPLE, place: PLACE }) +
    gkgLine(SPANISH, 2, { translatedFrom: 'spa', persons: [], place: PLACE });
  await writeFile(translated, zipSync({ '20250623180000.translation.gkg.csv': Buffer.from(lines) }));
  await writeFile(archive, Buffer.concat(warcRecords(CRAWLED).map((record) => gzipSync(record))));
  await runIndex(['build', '--out', index(), english, translated, archive]);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a day of GDELT and a web archive', () => {
  it('give the stories that their reports tell, over languages and formats', async () => {
    const out = join(folder, 'clusters.jsonl');
    expect(await runIndex(['stories', '--index', index(), '--out', out])).toBe(0);
    const stories = new Map<string, string[]>();
    for (const line of (await readFile(out, 'utf8')).trim().split('\n')) {
      const { id, story }: { id: string; story: string } = JSON.parse(line);
      stories.set(story, [...(stories.get(story) ?? []), id].sort());
    }
    const sets = [...stories.values()].sort((a, b) => b.length - a.length);
    expect(sets[0]).toEqual([CRAWLED[0]?.url, ENGLISH.url, RUSSIAN.url].sort());
    expect(sets.slice(1).flat().sort()).toEqual([CRAWLED[1]?.url, SPANISH.url].sort());
    expect(sets).toHaveLength(3);
  });

  it('match a saved page in a fourth language, and nothing else does', async () => {
    expect(await runMatch(['--index', index(), PAGE])).toBe(0);
    const same = printed.split('\n').filter((line) => line.includes('same-event'));
    expect(same.map((line) => line.slice(0, 2)).sort()).toEqual(['bn', 'en', 'ru']);
    for (const { title } of [ENGLISH, RUSSIAN, ...CRAWLED.slice(0, 1)]) expect(same.join()).toContain(title);
    for (const { title } of [SPANISH, ...CRAWLED.slice(1)]) expect(printed).not.toContain(title);
    expect(same.join()).toMatch(/अराघची ↔ Аракчи/);
  });
});
