/** `npm run data`: the compiled lexicon, the bundled story index and the licence notices, into public/. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { encodeIndex } from '../index/encode';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import { indexStory } from '../stories/index-story';
import { checkStories, parseStory, type Story } from '../stories/story';
import { writeAtomically } from './io';
import { readLexiconEntries } from './lexicon-source';
import { licenceNotices } from './licence-notices';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every story source, checked. */
export async function readStories(folder = `${root}stories`): Promise<Story[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const stories: Story[] = [];
  for (const file of files) {
    const value: unknown = JSON.parse(await readFile(`${folder}/${file}`, 'utf8'));
    stories.push(parseStory(file, value));
  }
  checkStories(stories);
  return stories;
}

async function main(): Promise<void> {
  const lexicon = compileLexicon(await readLexiconEntries());
  await writeAtomically(`${root}public/lexicon.bin`, [lexicon]);
  const fingerprinter = createFingerprinter(decodeLexicon(lexicon));
  const stories = await readStories();
  const index = encodeIndex(stories.map((story) => indexStory(story, fingerprinter)));
  await writeAtomically(`${root}public/stories.bin`, [index]);
  await writeAtomically(`${root}public/licences.txt`, [await licenceNotices(root)]);
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;
  console.log(`lexicon ${kilobytes(lexicon.length)}, ${stories.length} stories ${kilobytes(index.length)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
