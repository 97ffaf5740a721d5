/** Documents with their terms → an index file. */
import { ByteWriter } from '../container/varint';
import type { TermKind } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { packIndex, STRENGTH_STEP } from './format';
import { hubnessOf, type Posting } from './hubness';
import type { IndexSource } from './types';

/**
 * Builds an index. The order of the documents changes no answer, only their numbers.
 * @throws Error where two documents have one id
 */
export function encodeIndex(sources: readonly IndexSource[]): Uint8Array {
  const languages = [...new Set(sources.map((s) => s.document.lang))].sort();
  const formLanguages = [...new Set(sources.flatMap((s) => s.terms.flatMap((t) => t.forms.map((f) => f.lang))))].sort();
  const formLanguage = new Map(formLanguages.map((lang, i) => [lang, i]));
  const { keys, kinds, postings } = invert(sources);
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
  for (const list of postings) {
    post.unsigned(list.length);
    let previous = 0;
    for (const { document, strength } of list) {
      post.unsigned(document - previous);
      post.unsigned(Math.round(strength / STRENGTH_STEP));
      previous = document;
    }
  }

  const docs = new ByteWriter();
  const forms = new ByteWriter();
  const offsets = new ByteWriter();
  const seen = new Set<string>();
  for (const { document, terms: own } of sources) {
    if (seen.has(document.id)) throw new Error(`Two documents have the id ${document.id}.`);
    seen.add(document.id);
    offsets.unsigned(docs.length);
    offsets.unsigned(forms.length);
    docs.text(JSON.stringify(document));
    forms.unsigned(own.length);
    for (const term of own) {
      forms.unsigned(termNumber.get(term.key) ?? 0);
      forms.unsigned(Math.max(1, Math.round(term.strength / STRENGTH_STEP)));
      forms.unsigned(term.forms.length);
      for (const form of term.forms) {
        forms.unsigned(formLanguage.get(form.lang) ?? 0);
        forms.text(form.text);
      }
    }
  }

  const languageNumbers = sources.map((s) => languages.indexOf(s.document.lang));
  const hubs = hubnessOf(postings, kinds, languageNumbers);
  const info = new ByteWriter();
  info.text(
    JSON.stringify({
      fingerprintVersion: FINGERPRINT_VERSION,
      languages,
      formLanguages,
      languageOf: languageNumbers,
      facts: factsOf(sources),
    }),
  );
  return packIndex({
    INFO: info.bytes(),
    TERM: terms.bytes(),
    POST: post.bytes(),
    DOCS: docs.bytes(),
    TRMS: forms.bytes(),
    OFFS: offsets.bytes(),
    HUBS: new Uint8Array(hubs.buffer, hubs.byteOffset, hubs.byteLength),
  });
}

interface Inverted {
  readonly keys: string[];
  readonly kinds: TermKind[];
  readonly postings: Posting[][];
}

function invert(sources: readonly IndexSource[]): Inverted {
  const lists = new Map<string, { kind: TermKind; postings: Posting[] }>();
  sources.forEach(({ terms }, document) => {
    for (const { key, kind, strength } of terms) {
      let list = lists.get(key);
      if (!list) {
        list = { kind, postings: [] };
        lists.set(key, list);
      }
      // Rounded here as it will be read, so that what is computed now and later agrees.
      const steps = Math.max(1, Math.round(strength / STRENGTH_STEP));
      list.postings.push({ document, strength: steps * STRENGTH_STEP });
    }
  });
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    keys: sorted.map(([key]) => key),
    kinds: sorted.map(([, list]) => list.kind),
    postings: sorted.map(([, list]) => list.postings),
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
    languages: [...reports].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}
