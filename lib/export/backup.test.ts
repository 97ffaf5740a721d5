import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundStory, savedStory } from '../library/saved-story.testing';
import { defaultSettings, settingsRecord } from '../settings/settings';
import { type Backup, backupFile, MAX_BACKUP_BYTES, readBackup } from './backup';

const backup: Backup = {
  settings: { ...defaultSettings(['hi', 'en']), theme: 'dark', history: true },
  saved: [savedStory(), savedStory({ id: 'second' })],
  history: [{ readAt: '2025-03-02T08:30:00.000Z', page: savedStory().page, stories: ['second'] }],
};
const record = { format: 'sidelight-backup', version: 1, ...backup, settings: settingsRecord(backup.settings) };
const faultOf = (value: unknown): string => {
  const read = readBackup(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? 'none' : read.fault.code;
};

describe('a backup', () => {
  it('brings back what went into it', () => {
    expect(readBackup(backupFile(backup))).toEqual({ ok: true, backup });
    expect(readBackup(`\ufeff${backupFile(backup)}\n`)).toEqual({ ok: true, backup });
  });

  it.each([
    ['no JSON', 'hello', 'no-backup'],
    ['nothing', '', 'no-backup'],
    ['half of a file', backupFile(backup).slice(0, -20), 'no-backup'],
    ['an exported story', { format: 'sidelight-story', version: 1, ...savedStory() }, 'no-backup'],
    ['a file of a later version', { ...record, version: 2 }, 'newer'],
    ['no stories', { ...record, saved: undefined }, 'unsound'],
    ['no settings', { ...record, settings: undefined }, 'unsound'],
    ['settings that are none', { ...record, settings: { ...record.settings, theme: 'loud' } }, 'unsound'],
    ['one unsound story among sound ones', { ...record, saved: [savedStory(), { id: 'x' }] }, 'unsound'],
    ['a history without end', { ...record, history: Array(6000).fill(backup.history[0]) }, 'unsound'],
  ])('that is %s is refused', (_, value, code) => {
    expect(faultOf(value)).toBe(code);
  });

  it('names the place of a fault', () => {
    const unsafe = foundStory({
      coverage: [{ outlet: '', lang: 'en', date: null, url: 'javascript:1', headline: null }],
    });
    const read = readBackup(JSON.stringify({ ...record, saved: [savedStory(unsafe)] }));
    expect(read).toMatchObject({
      ok: false,
      fault: { detail: expect.stringContaining('saved.0.story.coverage.0.url') },
    });
  });

  it('that is too large is not even read', () => {
    expect(faultOf(`${backupFile(backup)}${' '.repeat(MAX_BACKUP_BYTES)}`)).toBe('too-large');
  });

  it('is never misread: whatever a file holds, it is refused or sound', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('settings', 'saved', 'history'), (json, key) => {
        const read = readBackup(JSON.stringify({ ...record, [key]: JSON.parse(json) }));
        if (read.ok) expect(readBackup(backupFile(read.backup))).toEqual(read);
      }),
    );
  });

  it('touches no prototype', () => {
    const text = backupFile(backup).replace('"titles":{', '"titles":{"__proto__":{"polluted":"yes"},');
    readBackup(text);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
