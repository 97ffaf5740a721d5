import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = /\.tsx?$/;
const TEST = /\.(?:test|testing|e2e)\.tsx?$/;

/** What each folder may import: other folders of the project, and packages by name. Everything else is refused. */
const RULES: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  'lib/languages': { folders: [], packages: [] },
  'lib/container': { folders: [], packages: [] },
  'lib/article': { folders: [], packages: ['@mozilla/readability', 'valibot', 'eld'] },
  'lib/coverage': {
    folders: [
      'lib/article',
      'lib/container',
      'lib/fingerprint',
      'lib/index',
      'lib/inputs',
      'lib/languages',
      'lib/match',
    ],
    packages: ['valibot'],
  },
  'lib/inputs': { folders: ['lib/article', 'lib/index', 'lib/match'], packages: ['htmlparser2', 'valibot'] },
  'lib/fingerprint': { folders: ['lib/lexicon'], packages: ['any-ascii', 'rabbit-node'] },
  'lib/lexicon': { folders: ['lib/container', 'lib/fingerprint'], packages: [] },
  'lib/index': {
    folders: ['lib/container', 'lib/fingerprint', 'lib/languages', 'lib/match'],
    packages: ['fflate', 'valibot'],
  },
  'lib/stories': { folders: ['lib/fingerprint', 'lib/index', 'lib/lexicon'], packages: ['valibot'] },
  'lib/match': {
    folders: ['lib/article', 'lib/container', 'lib/fingerprint', 'lib/index', 'lib/lexicon'],
    packages: [],
  },
  'lib/platform': {
    folders: [
      'lib/article',
      'lib/container',
      'lib/coverage',
      'lib/languages',
      'lib/match',
      'lib/library',
      'lib/settings',
      'lib/export',
    ],
    packages: ['wxt', 'valibot', 'dexie'],
  },
  'lib/export': {
    folders: ['lib/languages', 'lib/library', 'lib/match', 'lib/settings'],
    packages: ['valibot'],
  },
  'lib/settings': { folders: ['lib/languages'], packages: ['valibot'] },
  'lib/library': { folders: ['lib/languages', 'lib/match'], packages: ['valibot'] },
  components: {
    folders: [
      'lib/article',
      'lib/coverage',
      'lib/export',
      'lib/fingerprint',
      'lib/languages',
      'lib/match',
      'lib/library',
      'lib/settings',
    ],
    packages: ['preact'],
  },
};
/** Folders of the core that other layers may name in types only: they carry no code across. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ['lib/index', 'lib/match'],
  ['lib/fingerprint', 'lib/lexicon'],
  ['lib/match', 'lib/article'],
  ['components', 'lib/article'],
  ['components', 'lib/coverage'],
  ['components', 'lib/fingerprint'],
  ['components', 'lib/match'],
  ['lib/library', 'lib/match'],
  ['lib/export', 'lib/match'],
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => SOURCE.test(file) && !TEST.test(file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...Array.from(found, ([, type, from]) => ({ file, from: from ?? '', typeOnly: type !== undefined })),
    ...Array.from(dynamic, ([, from]) => ({ file, from: from ?? '', typeOnly: false })),
  ];
}

function folderOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'lib' ? `${first}/${second}` : first;
}

function targetOf({ file, from }: Import): string {
  return folderOf(relative(root, resolve(root, dirname(file), from)));
}

describe('import rules', () => {
  for (const [folder, { folders, packages }] of Object.entries(RULES)) {
    it(`${folder} imports only what its layer may`, () => {
      const sources = sourcesIn(folder);
      expect(sources.length).toBeGreaterThan(0);
      const wrong = sources.flatMap(importsOf).filter((one) => {
        if (!one.from.startsWith('.')) {
          const name = one.from
            .split('/')
            .slice(0, one.from.startsWith('@') ? 2 : 1)
            .join('/');
          return !packages.includes(name);
        }
        const target = targetOf(one);
        if (target === folder) return false;
        if (!folders.includes(target)) return true;
        return !one.typeOnly && TYPES_ONLY.some(([from, to]) => from === folder && to === target);
      });
      expect(wrong).toEqual([]);
    });
  }

  it('only lib/cli imports node:*, only lib/platform and entrypoints name the browser API', () => {
    const core = Object.keys(RULES).flatMap(sourcesIn);
    const entry = sourcesIn('entrypoints');
    const node = [...core, ...entry].flatMap(importsOf).filter(({ from }) => from.startsWith('node:'));
    expect(node).toEqual([]);
    const browser = core.filter(
      (file) => !file.startsWith('lib/platform') && /\b(?:browser|chrome)\.\w/.test(withoutComments(file)),
    );
    expect(browser).toEqual([]);
  });

  it('only entrypoints join platform to components', () => {
    const files = [...Object.keys(RULES).flatMap(sourcesIn), ...sourcesIn('lib/cli')];
    const both = files.filter((file) => {
      const targets = importsOf(file)
        .filter(({ from }) => from.startsWith('.'))
        .map(targetOf);
      return targets.includes('lib/platform') && targets.includes('components');
    });
    expect(both).toEqual([]);
  });

  it('every folder of lib has a rule', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const without = folders.map((entry) => `lib/${entry.name}`).filter((folder) => !(folder in RULES));
    expect(without).toEqual(['lib/cli']);
  });
});

function withoutComments(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
