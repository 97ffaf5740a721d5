/** `npm run data`: the compiled lexicon, the bundled story index, the catalogue of feeds and the licence notices, into public/. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { encodeIndex } from '../index/encode';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import { hasNewsWords } from '../lexicon/news-languages';
import { usualNames } from '../lexicon/usual-names';
import { indexStory } from '../stories/index-story';
import { checkNames, englishKeys, keysOfStories } from '../stories/known-names';
import { checkStories, parseStory, type Story, StoryError } from '../stories/story';
import { readCatalogue } from './feed-catalogue';
import { oneLine, writeAtomically } from './io';
import { readLexiconEntries } from './lexicon-source';
import { licenceNotices } from './licence-notices';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every story source, checked. */
export async function readStories(folder = `${root}stories`): Promise<Story[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const stories: Story[] = [];
  for (const file of files) {
    stories.push(parseStory(file, parseJson(file, await readFile(`${folder}/${file}`, 'utf8'))));
  }
  checkStories(stories);
  return stories;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StoryError(`${file}: ${oneLine(error)}`);
  }
}

async function main(): Promise<void> {
  const [entries, stories] = [await readLexiconEntries(), await readStories()];
  const english = englishKeys(entries);
  checkNames(stories, english);
  const covered = entries.filter(({ lang }) => hasNewsWords(lang));
  const lexicon = compileLexicon(entries, usualNames(covered, keysOfStories(stories, english)));
  await writeAtomically(`${root}public/lexicon.bin`, [lexicon]);
  const fingerprinter = createFingerprinter(decodeLexicon(lexicon));
  const index = encodeIndex(stories.map((story) => indexStory(story, fingerprinter)));
  await writeAtomically(`${root}public/stories.bin`, [index]);
  const feeds = await readCatalogue();
  await writeAtomically(`${root}public/feeds.json`, [`${JSON.stringify(feeds)}\n`]);
  await writeAtomically(`${root}public/licences.txt`, [await licenceNotices(root)]);
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;
  console.log(
    `lexicon ${kilobytes(lexicon.length)}, ${stories.length} stories ${kilobytes(index.length)}, ${feeds.length} feeds`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
