import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { differences, rebuildCommands } from './reproduce';

describe('rebuildCommands', () => {
  it('finds the two commands in the README that goes with the sources', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    expect(rebuildCommands(readme)).toEqual(['npm ci', 'npm run zip']);
  });

  it('finds none elsewhere', () => {
    expect(rebuildCommands('## Try it\n\n```sh\nnpm start\n```\n')).toEqual([]);
  });
});

describe('differences', () => {
  const at = (mtime: string) => ({ mtime: new Date(mtime), level: 9 as const });
  const zip = (files: Record<string, string>, mtime = '2000-01-02') =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), at(mtime)]])));
  const files = { 'a.js': 'one', 'b.js': 'two' };

  it('are none between equal archives', () => {
    expect(differences(zip(files), zip(files))).toEqual([]);
  });

  it('name each file that is new, missing or another', () => {
    expect(differences(zip(files), zip({ 'a.js': 'other', 'c.js': 'two' }))).toEqual([
      'a.js differs',
      'b.js is missing',
      'c.js is new',
    ]);
  });

  it('show also where only the packing is another', () => {
    expect(differences(zip(files), zip(files, '2001-01-02'))).toHaveLength(1);
  });
});
