import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../article/types';
import { loadBundled } from '../cli/bundled';
import { createEngine, type Engine } from './engine';

const LETTER = '2025-06-23-araghchi-brings-putin-khamenei-letter';
const APRIL = '2025-04-17-araghchi-delivers-khamenei-message-to-putin';
const TREATY = '2025-01-17-russia-iran-sign-partnership-treaty';

function article(
  lang: string,
  title: string,
  text: string,
  publishedAt: string | null,
  url: string | null = null,
): Article {
  const about = { site: null, byline: null, section: null, image: null, paywalled: false, live: false, coarse: false };
  return { kind: 'article', lang, title, text, publishedAt, url, ...about };
}

const GERMAN = article(
  'de',
  'Irans Außenminister Araghtschi überbringt Putin in Moskau einen Brief',
  'Der iranische Außenminister Abbas Araghtschi hat am Montag im Kreml den russischen Präsidenten Wladimir Putin getroffen. Nach den Angriffen der USA übergab er einen Brief von Ajatollah Ali Chamenei.',
  '2025-06-23',
);
const HINDI = article(
  'hi',
  'पुतिन से मिले ईरान के विदेश मंत्री अराघची, सौंपी खामेनेई की चिट्ठी',
  'मॉस्को में सोमवार को ईरान के विदेश मंत्री अब्बास अराघची ने रूस के राष्ट्रपति व्लादिमीर पुतिन से भेंट की और अयातुल्ला अली खामेनेई का पत्र दिया।',
  '2025-06-23T20:00+05:30',
);

describe('engine with the bundled stories', () => {
  let engine: Engine;
  beforeAll(async () => {
    const { lexicon, index } = await loadBundled();
    engine = createEngine(lexicon, index);
  });

  it('opens the story of an article in a language that the story has', () => {
    const { sameEvent, background } = engine.findCoverage(HINDI);
    expect(sameEvent.map(({ id }) => id)).toEqual([LETTER]);
    expect(new Set(sameEvent[0]?.coverage.map(({ lang }) => lang))).toContain('bn');
    expect(background.map(({ id }) => id)).toContain(TREATY);
    expect(background.map(({ date }) => date)).toEqual(
      background
        .map(({ date }) => date)
        .sort()
        .reverse(),
    );
  });

  it('names the story in languages that it has no title in, to search there', () => {
    const [story] = engine.findCoverage(HINDI).sameEvent;
    expect(story?.searchWords.ta).toContain('அப்பாஸ் அராக்சி');
    expect(story?.searchWords.bn).toContain('আব্বাস আরাগচি');
    expect(story?.searchWords.it).toContain('Abbas Araghchi');
  });

  it('tells who is in the story and not in the article, and the reverse', () => {
    const told = `${HINDI.text} बैठक में नॉर्वे का नाम भी आया।`;
    const [story] = engine.findCoverage({ ...HINDI, text: told.replace('मॉस्को में ', '') }).sameEvent;
    const there = story?.differences.onlyThere.flatMap(({ forms }) => forms.map(({ text }) => text));
    expect(there).toContain('Moscow');
    expect(there).not.toContain('Vladimir Putin');
    expect(story?.differences.onlyHere.map(({ forms }) => forms[0]?.text)).toContain('नॉर्वे');
  });

  it('and of one in a language that it has not', () => {
    expect(engine.findCoverage(GERMAN).sameEvent.map(({ id }) => id)).toEqual([LETTER]);
  });

  it('tells the letter of June from that of April by the day alone', () => {
    const { sameEvent } = engine.findCoverage({ ...HINDI, publishedAt: '2025-04-18' });
    expect(sameEvent.map(({ id }) => id)).toEqual([APRIL]);
  });

  it('shows the words of both languages that aligned', () => {
    const why = engine.findCoverage(HINDI).sameEvent[0]?.why ?? [];
    const putin = why.find(({ here }) => here.text === 'पुतिन');
    expect(putin?.there.find(({ lang }) => lang === 'bn')?.text).toContain('পুতিন');
    expect(why.map(({ weight }) => weight)).toEqual(why.map(({ weight }) => weight).sort((a, b) => b - a));
  });

  it('finds a name that does not transliterate', () => {
    const chinese = article(
      'zh',
      '普京会见伊朗外长阿拉格齐',
      '伊朗外长阿拉格齐周一在莫斯科会见俄罗斯总统普京，转交哈梅内伊的信函。',
      '2025-06-23',
    );
    const why = engine.findCoverage(chinese).sameEvent[0]?.why ?? [];
    expect(why.find(({ here }) => here.text === '普京')?.there.map(({ lang }) => lang)).toContain('bn');
  });

  it('says nothing found for an event that it does not know, and for the same people at another time', () => {
    const fair = article(
      'hi',
      'गाँव के मेले में उमड़ी भीड़',
      'रविवार को गाँव के वार्षिक मेले में हज़ारों लोग पहुँचे और झूलों का आनंद लिया।',
      '2025-06-23',
    );
    expect(engine.findCoverage(fair).sameEvent).toEqual([]);
    expect(engine.findCoverage({ ...HINDI, publishedAt: '2026-02-01' }).sameEvent).toEqual([]);
  });

  it('tells by the weekday which of two is meant where the page has no date', () => {
    const thursday = { ...HINDI, text: HINDI.text.replace('सोमवार', 'गुरुवार'), publishedAt: null };
    expect(engine.findCoverage({ ...HINDI, publishedAt: null }).sameEvent.map(({ id }) => id)).toEqual([LETTER]);
    expect(engine.findCoverage(thursday).sameEvent.map(({ id }) => id)).not.toContain(LETTER);
  });

  it('shows what came before an event that it does not know, and what came before that', () => {
    const backgroundOn = (publishedAt: string): string[] => {
      const { sameEvent, background } = engine.findCoverage({ ...HINDI, publishedAt });
      expect(sameEvent).toEqual([]);
      return background.map(({ id }) => id);
    };
    expect(backgroundOn('2026-02-01')[0]).toBe(LETTER);
    expect(backgroundOn('2026-02-01')).toEqual(expect.arrayContaining([APRIL, TREATY]));
    expect(backgroundOn('2025-05-20')).toEqual([APRIL, TREATY]);
    expect(backgroundOn('2024-12-01')).not.toContain(TREATY);
  });

  it('never lists the open article as a report on itself', () => {
    const before = engine.findCoverage(HINDI).sameEvent[0]?.coverage ?? [];
    const own = before[0]?.url ?? '';
    const after = engine.findCoverage({ ...HINDI, url: `${own}#comments` }).sameEvent[0]?.coverage ?? [];
    expect(after).toEqual(before.slice(1));
  });
});
