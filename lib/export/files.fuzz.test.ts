import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damagedRecord, damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { reportWithEvidence, savedStory } from '../library/saved-story.testing';
import { runsOf } from '../property-runs.testing';
import { checkSettings, defaultSettings, readSettings, settingsRecord } from '../settings/settings';
import { type Backup, backupFile, readBackup } from './backup';
import { storyAsCsv } from './csv';
import { storyAsMarkdown } from './markdown';

const numRuns = runsOf(FUZZ_SAMPLE);
const settings = { ...defaultSettings(['hi', 'en']), hiddenOutlets: ['The Daily'], sites: ['a.example'] };
const backup: Backup = {
  settings,
  saved: [savedStory({ coverage: [...savedStory().story.coverage, reportWithEvidence()] })],
  history: [{ readAt: '2025-03-02T08:30:00.000Z', page: savedStory().page, stories: ['second'] }],
};
const words = { text: (_: string, ...rest: readonly string[]) => rest.join(' '), date: String, languageName: String };

/** What is taken in is what would be written out again, and can be handed on. */
function expectSound(text: string): void {
  const read = readBackup(text);
  if (!read.ok) return;
  expect(readBackup(backupFile(read.backup))).toEqual(read);
  for (const saved of read.backup.saved) {
    storyAsCsv(saved, ['en']);
    storyAsMarkdown(saved, { languages: ['hi'], words, confidence: '' });
  }
}

it('a damaged backup is refused or sound', () => {
  fc.assert(fc.property(damagedText([backupFile(backup)]), expectSound), { numRuns });
});

it('a backup with other values is refused or sound', () => {
  const record: unknown = JSON.parse(backupFile(backup));
  fc.assert(
    fc.property(damagedRecord(record), (value) => expectSound(JSON.stringify(value) ?? '')),
    { numRuns },
  );
});

it('settings of whatever shape are settings or none, and stay what they are', () => {
  fc.assert(
    fc.property(damagedRecord(settingsRecord(settings)), (value) => {
      const read = readSettings(value, ['en']);
      if (read !== null) expect(checkSettings(settingsRecord(read))).toEqual(read);
    }),
    { numRuns },
  );
});
