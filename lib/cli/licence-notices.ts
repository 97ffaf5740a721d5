/** The notices of everything that is compiled into the package, data as well as code. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { CommandError } from './io';

/**
 * What ends up in the package, with what of it, by its folder in node_modules: another version of the same package may
 * stand elsewhere. Development tools that leave nothing behind are not listed.
 */
export const COMPILED_IN: Readonly<Record<string, string>> = {
  'cldr-core': 'data: which languages are in use',
  'cldr-localenames-full': 'data: names of countries and languages',
  'cldr-dates-full': 'data: names of cities, months and weekdays',
  'cldr-annotations-full': 'data: keywords of emoji, as words for concepts',
  'cldr-numbers-full': 'data: magnitudes',
  'cldr-rbnf': 'data: number words',
  'cldr-units-full': 'data: words for percent',
  stopword: 'data: stop words',
  'any-ascii': 'code and data: romanisation',
  'rabbit-node': 'code: Burmese in the Zawgyi encoding to Unicode',
  '@mozilla/readability': 'code: the readable part of a page',
  eld: 'code and data: language detection',
  fflate: 'code: packing of what an index shows',
  dexie: 'code: the database of what a reader keeps',
  preact: 'code: interface',
  valibot: 'code: checks at the boundaries',
  htmlparser2: 'code: feeds as a stream',
  'htmlparser2/node_modules/entities': 'code and data: the entities of HTML',
  wxt: 'code: the frame of the entry points',
  '@wxt-dev/browser': "code: the browser's API by one name",
  vite: 'code: loads parts of a page when they are needed',
  rolldown: 'code: joins modules in one file',
};

/** Packages that come without a licence file, and their project's own, kept here. */
const KEPT_LICENCES: Readonly<Record<string, string>> = {
  wxt: 'wxt.txt',
  '@wxt-dev/browser': 'wxt.txt',
};
/** Where a licence file goes on with the licences of what only the build tool itself contains. */
const BUNDLED_WITH_TOOL = '\n# Licenses of bundled dependencies';

const LICENCE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE-2.0.txt'];

/**
 * The text of public/licences.txt.
 * @throws CommandError where a package has no licence file: it must not be shipped without one
 */
export async function licenceNotices(root: string): Promise<string> {
  const notices: string[] = [];
  for (const [place, use] of Object.entries(COMPILED_IN)) {
    const folder = `${root}node_modules/${place}`;
    const { name, version, license } = v.parse(
      v.object({ name: v.string(), version: v.string(), license: v.string() }),
      JSON.parse(await readFile(`${folder}/package.json`, 'utf8')),
    );
    notices.push(
      `${name} ${version} (${license})\n${use}\n\n${(await licenceOf(folder, name)).trim()}\n${await noticeOf(folder)}`,
    );
  }
  const rule = `\n${'-'.repeat(72)}\n\n`;
  return `Sidelight contains the following data and code of others.\n${rule}${notices.join(rule)}`;
}

async function licenceOf(folder: string, name: string): Promise<string> {
  for (const file of LICENCE_FILES) {
    try {
      const [own = ''] = (await readFile(`${folder}/${file}`, 'utf8')).split(BUNDLED_WITH_TOOL, 1);
      return own;
    } catch {
      // The next name.
    }
  }
  const kept = KEPT_LICENCES[name];
  if (kept !== undefined) return readFile(new URL(`licences/${kept}`, import.meta.url), 'utf8');
  throw new CommandError(`${name}: no licence file in the package`);
}

/** What the Apache licence asks to be handed on beside it, where a package has such a file. */
async function noticeOf(folder: string): Promise<string> {
  const notice = await readFile(`${folder}/NOTICE`, 'utf8').catch(() => '');
  return notice === '' ? '' : `\n${notice.trim()}\n`;
}
