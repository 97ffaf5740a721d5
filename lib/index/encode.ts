/** Documents with their terms → an index file. */
import { ByteWriter } from '../container/varint';
import type { Term } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { FormTable, GroupTable } from './form-tables';
import { PLACES, packIndex, STRENGTH_STEP } from './format';
import { hasSeveral, writeTitles } from './titles';
import type { IndexSource } from './types';

/**
 * Builds an index. The order of the documents changes no answer, only their numbers.
 * @throws Error where two documents have one id
 */
export function encodeIndex(sources: readonly IndexSource[]): Uint8Array {
  const languages = [...new Set(sources.map((s) => s.document.lang))].sort();
  const forms = new FormTable();
  const { keys, postings } = invert(sources);
  const termNumber = new Map(keys.map((key, i) => [key, i]));

  const terms = new ByteWriter();
  terms.unsigned(keys.length);
  let last = '';
  keys.forEach((key) => {
    let shared = 0;
    while (shared < Math.min(last.length, key.length) && last[shared] === key[shared]) shared++;
    terms.unsigned(shared);
    terms.text(key.slice(shared));
    last = key;
  });

  const post = new ByteWriter();
  const groups = new GroupTable();
  let formReferences = 0;
  let previousForm = -1;
  for (const list of postings) {
    post.unsigned(list.length);
    let previous = 0;
    for (const { document, strength, term } of list) {
      post.unsigned(document - previous);
      post.unsigned(Math.round(strength / STRENGTH_STEP) * PLACES.length + PLACES.indexOf(term.place));
      // The lowest bit says whether translations follow: in articles there never are any.
      const translations = groups.numberOf((term.translations ?? []).map((form) => forms.numberOf(form)));
      post.unsigned(term.forms.length * 2 + (translations === null ? 0 : 1));
      for (const form of term.forms) {
        const number = forms.numberOf(form);
        // Forms are numbered as they come: most are the next one.
        post.signed(number - previousForm - 1);
        previousForm = number;
      }
      if (translations !== null) post.unsigned(translations);
      formReferences += term.forms.length;
      previous = document;
    }
  }
  const allPostings = new ByteWriter();
  allPostings.unsigned(postings.reduce((sum, list) => sum + list.length, 0));
  allPostings.unsigned(formReferences);
  allPostings.raw(post.bytes());

  const docs = new ByteWriter();
  const own = new ByteWriter();
  const offsets = new ByteWriter();
  const seen = new Set<string>();
  for (const { document, terms: stored } of sources) {
    if (seen.has(document.id)) throw new Error(`Two documents have the id ${document.id}.`);
    seen.add(document.id);
    offsets.unsigned(docs.length);
    offsets.unsigned(own.length);
    docs.text(JSON.stringify(hasSeveral(document.titles) ? { ...document, titles: {} } : document));
    own.unsigned(stored.length);
    let previous = 0;
    for (const number of stored.map(({ key }) => termNumber.get(key) ?? 0).sort((a, b) => a - b)) {
      own.unsigned(number - previous);
      previous = number;
    }
  }

  const languageNumbers = sources.map((s) => languages.indexOf(s.document.lang));
  const info = new ByteWriter();
  info.text(
    JSON.stringify({
      fingerprintVersion: FINGERPRINT_VERSION,
      languages,
      formLanguages: forms.languages,
      languageOf: languageNumbers,
      facts: factsOf(sources),
    }),
  );
  return packIndex({
    INFO: info.bytes(),
    TERM: terms.bytes(),
    POST: allPostings.bytes(),
    DOCS: docs.bytes(),
    TRMS: own.bytes(),
    FORM: forms.bytes(),
    GRPS: groups.bytes(),
    OFFS: offsets.bytes(),
    TITL: writeTitles(sources.map(({ document }) => document.titles)),
  });
}

interface Inverted {
  readonly keys: string[];
  readonly postings: StoredPosting[][];
}

interface StoredPosting {
  readonly document: number;
  readonly strength: number;
  readonly term: Term;
}

function invert(sources: readonly IndexSource[]): Inverted {
  const lists = new Map<string, StoredPosting[]>();
  sources.forEach(({ terms }, document) => {
    for (const term of terms) {
      const { key, strength } = term;
      let list = lists.get(key);
      if (!list) {
        list = [];
        lists.set(key, list);
      }
      // Rounded here as it will be read, so that what is computed now and later agrees.
      const steps = Math.max(1, Math.round(strength / STRENGTH_STEP));
      list.push({ document, strength: steps * STRENGTH_STEP, term });
    }
  });
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    keys: sorted.map(([key]) => key),
    postings: sorted.map(([, list]) => list),
  };
}

function factsOf(sources: readonly IndexSource[]) {
  const reports = new Map<string, number>();
  const days: string[] = [];
  for (const { document } of sources) {
    if (document.date) days.push(document.date.slice(0, 10));
    const langs = document.kind === 'article' ? [document.lang] : document.coverage.map((report) => report.lang);
    for (const lang of langs) reports.set(lang, (reports.get(lang) ?? 0) + 1);
  }
  days.sort();
  const stories = sources.filter((s) => s.document.kind === 'story');
  return {
    stories: stories.length,
    articles: sources.length - stories.length,
    reports: stories.reduce((sum, s) => sum + s.document.coverage.length, 0),
    outlets: new Set(sources.flatMap(({ document }) => outletsOf(document))).size,
    languages: [...reports].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}

function outletsOf({ coverage, site }: IndexSource['document']): string[] {
  return [...coverage.map(({ outlet }) => outlet), ...(site === null ? [] : [site])];
}
