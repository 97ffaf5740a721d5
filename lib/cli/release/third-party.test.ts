import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { licenceChoice, licenceFaults, mayBeShipped } from './licences';
import { installed, parseLockfile } from './lockfile';
import { thirdParty } from './third-party';

const root = new URL('../../../', import.meta.url);
const lock = parseLockfile(readFileSync(new URL('package-lock.json', root), 'utf8'));

describe('THIRD-PARTY.md', () => {
  it('is what the lockfile gives: else run npm run third-party', () => {
    expect(readFileSync(new URL('THIRD-PARTY.md', root), 'utf8')).toBe(thirdParty(lock));
  });

  it('names every installed package with its version', () => {
    const text = thirdParty(lock);
    const missing = installed(lock).filter(
      ({ name, version }) => !text.includes(`${name} ${version}`) && !text.includes(`| ${name} | ${version} |`),
    );
    expect(missing).toEqual([]);
  });
});

describe('licences', () => {
  it('let what is in the package be passed on, and everything else be used to build', () => {
    expect(licenceFaults(lock)).toEqual([]);
  });

  it('that only let one build are refused in the package', () => {
    const packages = {
      'node_modules/preact': { version: '1.0.0', license: 'MPL-2.0' },
      'node_modules/web-ext': { version: '1.0.0', license: 'MPL-2.0' },
      'node_modules/unclear': { version: '1.0.0' },
    };
    const made = parseLockfile(JSON.stringify({ name: 'own', version: '1.0.0', lockfileVersion: 3, packages }));
    expect(licenceFaults(made)).toEqual(['node_modules/preact: MPL-2.0', 'node_modules/unclear: no licence stated']);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND GPL-3.0-or-later)', false],
    ['GPL-3.0-only', false],
    ['MPL-2.0', false],
    ['UNLICENSED', false],
    ['', false],
  ])('answers for %j in the package: %s', (licence, answer) => {
    expect(mayBeShipped(licence)).toBe(answer);
  });

  it('are named as CycloneDX does', () => {
    expect(licenceChoice('MIT')).toEqual({ license: { id: 'MIT' } });
    expect(licenceChoice('(MIT OR CC0-1.0)')).toEqual({ expression: '(MIT OR CC0-1.0)' });
    expect(licenceChoice('BSD')).toEqual({ license: { name: 'BSD' } });
  });
});
