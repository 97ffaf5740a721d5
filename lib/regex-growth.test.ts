import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type FoundRegex, hardTexts, regexesIn, runRegex, shortestTime, sourcesIn } from './regex-attacks.testing';

/** What is shipped, or reads files that anybody may have written. */
const FOLDERS = [
  ...'article container coverage export fingerprint index inputs languages lexicon library match platform settings stories cli'
    .split(' ')
    .map((folder) => `lib/${folder}`),
  'components',
  'entrypoints',
];
/** Reads the project's own files, or those of packages that are pinned and checked, at build time. */
const TRUSTED = /lib\/lexicon\/cldr\.ts|lib\/cli\/(?:cldr-source\.ts|release\/)/;

/** Expressions that may grow faster than their text, and what holds the text short: at that length they are timed. */
const BOUNDED: readonly Bound[] = [
  { where: /numbers\.ts/, part: '0+$', limit: 20, by: 'parseNumber refuses longer words' },
  { where: /form-similarity\.ts/, part: 'c(?!', limit: 80, by: 'MAX_WORD cuts a word' },
  {
    where: /article\/(?:named-date|clock|weekdays|day-periods|months|zones|era-date|hebrew-date|update-labels)\.ts/,
    limit: 200,
    by: 'resolvePublishedAt looks at no longer clue, and readDateLine makes one space of a run',
    given: (text) => text.replace(/\s+/g, ' '),
  },
  { where: /node_modules\/eld/, limit: 5001, ms: 250, by: 'a title and LANGUAGE_SAMPLE are all that it is given' },
];

interface Bound {
  readonly where: RegExp;
  /** Of the expression; all that stand there, where none is named. */
  readonly part?: string;
  readonly limit: number;
  readonly by: string;
  /** The most that it may take, once a page, where that is more than a letter's time for each letter. */
  readonly ms?: number;
  /** What is done to a text before. */
  readonly given?: (text: string) => string;
}

/** What a letter may take. */
const PER_LETTER_MS = 0.004;

const LENGTH = 10_000;
/** Below this nothing is said of growth: it is the machine's noise. */
const NOTICEABLE_MS = 3;
/** Twice the text may take twice the time; half as much again is left to the machine. */
const MOST_GROWTH = 3;
/** How often it has to be seen: a busy machine disturbs one measurement, not three in a row. */
const PROOFS = 3;

function growsTooFast(regex: RegExp): string | null {
  const doubled = hardTexts(regex, 2 * LENGTH);
  for (const text of hardTexts(regex, LENGTH)) {
    const longer = doubled.next().value;
    if (shortestTime(() => runRegex(regex, text), 1) < NOTICEABLE_MS || longer === undefined) continue;
    const suspicious = (): boolean => {
      const once = shortestTime(() => runRegex(regex, text));
      return once > NOTICEABLE_MS && shortestTime(() => runRegex(regex, longer)) > MOST_GROWTH * once;
    };
    if (Array.from({ length: PROOFS }, suspicious).every(Boolean)) return text.slice(0, 30);
  }
  return null;
}

/** The text of a bounded length that takes too long; null where none does. */
function isSlowAt(
  regex: RegExp,
  { limit, ms = 1 + PER_LETTER_MS * limit, given = (text) => text }: Omit<Bound, 'where' | 'by'>,
): string | null {
  const tooLong = (text: string, tries: number): boolean => shortestTime(() => runRegex(regex, text), tries) > ms;
  for (const hard of hardTexts(regex, limit)) {
    const text = given(hard);
    if (tooLong(text, 1) && tooLong(text, 5)) return text.slice(0, 30);
  }
  return null;
}

function faultsOf(found: readonly FoundRegex[]): string[] {
  return found.flatMap(({ file, regex }) => {
    if (TRUSTED.test(file)) return [];
    const bound = BOUNDED.find(({ where, part = '' }) => where.test(file) && regex.source.includes(part));
    const text = bound === undefined ? growsTooFast(regex) : isSlowAt(regex, bound);
    return text === null ? [] : [`${file} ${regex.source.slice(0, 80)} on ${JSON.stringify(text)}`];
  });
}

it('every regular expression takes time in proportion to its text, on texts made to slow it down', () => {
  const found = regexesIn(FOLDERS);
  expect(found.length).toBeGreaterThan(350);
  for (const { where, part } of BOUNDED.filter((bound) => bound.part !== undefined)) {
    expect(
      found.some(({ file, regex }) => where.test(file) && regex.source.includes(part ?? '')),
      part,
    ).toBe(true);
  }
  expect(faultsOf(found)).toEqual([]);
}, 120_000);

it('so do those that are put together when the code is loaded or first used', async () => {
  const made: FoundRegex[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given: ConstructorParameters<typeof RegExp>) {
      const regex = new target(...given);
      const [, , file = ''] = (new Error().stack ?? '').split('\n');
      made.push({ file, regex });
      return regex;
    },
  });
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    for (const folder of ['article', 'export', 'fingerprint', 'inputs', 'settings', 'stories']) {
      for (const file of sourcesIn(`lib/${folder}`)) await import(/* @vite-ignore */ join(root, file));
    }
    const { readDateLine } = await import('./article/date-line');
    // Names of months and parts of the day are compiled for each language when it is first met.
    for (const lang of 'en hi bn ur ar fa ru zh es fr de pt id ta th he my'.split(' ')) {
      readDateLine('23 June 2025, 10:05 pm', lang);
    }
  } finally {
    globalThis.RegExp = Plain;
  }
  const distinct = new Map(made.map((one) => [`${one.file} ${one.regex}`, one]));
  expect(distinct.size).toBeGreaterThan(60);
  expect(faultsOf([...distinct.values()])).toEqual([]);
}, 120_000);

it('tells one that grows with the square of its text', () => {
  expect(growsTooFast(/\s+$/)).not.toBeNull();
  expect(growsTooFast(/\s+/)).toBeNull();
  expect(isSlowAt(/(?:a+)+$/, { limit: 20 })).not.toBeNull();
});
