import { describe, expect, it } from 'vitest';
import { shownText } from '../languages/shown-text';
import { savedStory } from '../library/saved-story.testing';
import type { ReportEvidence } from '../match/types';
import { makePayloads } from '../payloads.testing';
import { defaultSettings } from '../settings/settings';
import { backupFile, readBackup } from './backup';
import { storyAsCsv } from './csv';
import { fileName } from './file-name';
import { storyAsJson } from './json';
import { storyAsMarkdown } from './markdown';

const PAYLOADS = makePayloads('https://evil.example/hit');

const evidenceOf = (text: string): ReportEvidence => ({
  why: [{ kind: 'name', here: { lang: 'en', text }, there: [{ lang: 'hi', text }], weight: 1 }],
  differences: {
    onlyHere: [{ kind: 'name', forms: [{ lang: 'en', text }], weight: 1 }],
    onlyThere: [{ kind: 'name', forms: [{ lang: 'hi', text }], weight: 1 }],
  },
});

/** A story with a payload in every field that holds words. */
const hostileStory = (text: string) =>
  savedStory(
    {
      titles: { en: text, hi: text },
      coverage: [
        {
          outlet: text.slice(0, 300),
          lang: 'hi',
          date: null,
          url: 'https://a.example/',
          headline: text,
          evidence: evidenceOf(text),
        },
      ],
      ...evidenceOf(text),
      searchWords: { hi: [text.slice(0, 300)] },
    },
    { page: { title: text, lang: 'en', site: text.slice(0, 300), url: 'https://a.example/', publishedAt: null } },
  );

const words = { text: (_: string, ...rest: readonly string[]) => rest.join(' '), date: String, languageName: String };

it('there are at least 300 payloads, each another', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
});

describe.each([...new Set(PAYLOADS.map(({ kind }) => kind))])('payloads of %s', (kind) => {
  const own = PAYLOADS.filter((payload) => payload.kind === kind).map(({ text }) => text);

  it('come out of a backup as their letters, or are refused', () => {
    for (const text of own) {
      const story = hostileStory(text);
      const read = readBackup(backupFile({ settings: defaultSettings(['en']), saved: [story], history: [] }));
      expect(read.ok, text).toBe(true);
      if (read.ok) expect(read.backup.saved[0]?.story.titles.en).toBe(shownText(text));
    }
  });

  it('are no address, no language, no id of another story', () => {
    for (const text of own) {
      const at = (over: object) => ({ ...savedStory(), ...over });
      const reports = [{ outlet: 'a', lang: 'en', date: null, url: text, headline: null }];
      const asAddress = readBackup(
        backupFile({ settings: defaultSettings(['en']), saved: [savedStory({ coverage: reports })], history: [] }),
      );
      if (asAddress.ok) expect(new URL(text).protocol).toMatch(/^https?:$/);
      const asLanguage = JSON.stringify([at({ page: { ...savedStory().page, lang: text } })]);
      const file = backupFile({ settings: defaultSettings(['en']), saved: [], history: [] });
      const read = readBackup(file.replace('"saved":[]', () => `"saved":${asLanguage}`));
      if (read.ok) expect(text).toMatch(/^[a-zA-Z]{1,8}$/);
    }
  });

  it('begin no formula in a CSV file, in any column that a spreadsheet makes of it', () => {
    for (const text of own) {
      const csv = storyAsCsv(hostileStory(text), ['en']).slice(1);
      for (const field of csv.split(/[,;\t\r\n]/)) {
        expect(field.replace(/^[\s"]+/, ''), JSON.stringify(text)).not.toMatch(/^[=+\-@＝＋－＠]/);
      }
    }
  });

  it('are words and nothing else in Markdown', () => {
    for (const text of own) {
      const markdown = storyAsMarkdown(hostileStory(text), { languages: ['en'], words, confidence: '' });
      const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/\]\(https:\/\/a\.example\/\)/g, '');
      expect(bare, text).not.toMatch(/[<>`|~]|\]\(|!\[|https?:\/\//);
      expect(bare.split('\n').filter((line) => /^\s*(?:#|>|\d+[.)]|```)/.test(line) && !/^##? /.test(line))).toEqual(
        [],
      );
    }
  });

  it('name no file, and stay whole in JSON', () => {
    for (const text of own) {
      expect(fileName(text, 'csv')).toMatch(/^sidelight-[a-zA-Z0-9-]{1,80}\.csv$/);
      const story = hostileStory(text);
      expect(JSON.parse(storyAsJson(story))).toMatchObject({ page: { title: text } });
    }
  });
});

it('no key of a file reaches a prototype', () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    const evil = `"${key}":{"sidelightRan":1,"toString":"x"},`;
    const file = backupFile({ settings: defaultSettings(['en']), saved: [savedStory()], history: [] });
    for (const place of ['{"format"', '"titles":{', '"settings":{', '"searchWords":{', '"page":{']) {
      readBackup(file.replace(place, () => (place.startsWith('{') ? `{${evil}${place.slice(1)}` : place + evil)));
    }
  }
  expect(Reflect.get({}, 'sidelightRan')).toBeUndefined();
  expect(String({})).toBe('[object Object]');
});
