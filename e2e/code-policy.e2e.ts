import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesIn } from '../lib/regex-attacks.testing';
import { BUILDS, ROOT } from './harness';

/** What would make code or elements out of a text. */
const DANGEROUS =
  /\.(?:innerHTML|outerHTML|srcdoc)\s*\+?=(?!=)|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function\(|createContextualFragment|setHTMLUnsafe|new DOMParser\b|setTimeout\(\s*['"`]/g;

/** Libraries that do so in what is shipped, how often, and why that is no way in. */
const KNOWN: readonly { readonly file: RegExp; readonly what: string; readonly most: number; readonly why: string }[] =
  [
    {
      file: /^page\.js$/,
      what: '.innerHTML=',
      most: 6,
      why: 'Readability, on a clone of the document: it is shown nowhere, belongs to no window, runs and loads nothing',
    },
    {
      file: /^chunks\/[\w-]+\.js$/,
      what: '.innerHTML=',
      most: 2,
      why: 'Preact, where a component asks for dangerouslySetInnerHTML: none of ours does (see the sources)',
    },
    {
      file: /^chunks\/[\w-]+\.js$/,
      what: 'dangerouslySetInnerHTML',
      most: 6,
      why: 'the name of that property in Preact itself',
    },
  ];

it('no source of ours makes code or elements out of a text', () => {
  const sources = [...sourcesIn('components'), ...sourcesIn('entrypoints'), ...sourcesIn('lib')].filter(
    (file) => !file.startsWith('lib/cli/'),
  );
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((file) => {
    const code = readFileSync(`${ROOT}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
    return Array.from(code.matchAll(DANGEROUS), ([what]) => `${file} ${what}`);
  });
  expect(found).toEqual([]);
});

describe.each(['chromium', 'firefox'] as const)('the package for %s', (name) => {
  const files = readdirSync(BUILDS[name], { recursive: true, encoding: 'utf8' });
  const read = (file: string): string => readFileSync(`${BUILDS[name]}/${file}`, 'utf8');

  it('has no code in its pages, and nothing from elsewhere', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const html = read(page);
      for (const [, attributes = '', code = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
        expect(code.trim(), page).toBe('');
        expect(attributes, page).toMatch(/\ssrc="\/[^/]/);
      }
      expect(html, page).not.toMatch(/\son\w+=|\sstyle=|<style|javascript:|<base|<iframe|<object/i);
      for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]*)"/g)) expect(address, page).toMatch(/^\/[^/]/);
    }
  });

  it('makes elements out of a text where libraries do, for the reasons given, and nowhere else', () => {
    // The bundler decides in which chunk a library lies; it lies in one.
    const counts = new Map<string, number>();
    for (const file of files.filter((one) => /\.js$/.test(one))) {
      for (const [written] of read(file).matchAll(DANGEROUS)) {
        const what = written.replace(/\s/g, '');
        const known = KNOWN.find((one) => one.file.test(file) && one.what === what);
        const key = known === undefined ? `${file}: ${what}` : `${known.file} ${what}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const allowed = new Map(KNOWN.map(({ file, what, most }) => [`${file} ${what}`, most]));
    expect([...counts].filter(([key, count]) => count > (allowed.get(key) ?? 0))).toEqual([]);
  });

  it('loads no code but its own, and listens to nobody but its own pages', () => {
    for (const file of files.filter((one) => /\.js$/.test(one))) {
      const code = read(file);
      expect(code, file).not.toMatch(/import\(\s*["'`](?:https?:|\/\/|data:|blob:)|importScripts\(/);
      expect(code, file).not.toMatch(/onMessageExternal|onConnectExternal|onUserScriptMessage|onConnect\b/);
      expect(code, file).not.toMatch(/sendBeacon|EventSource\(|RTCPeerConnection|new WebSocket|XMLHttpRequest/);
    }
  });
});
