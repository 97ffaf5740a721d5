import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { licenceChoice, mayBeShipped, mayBuildWith } from './licences';
import { installed, parseLockfile, useInPackage } from './lockfile';
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
  it('lets everything in the package be passed on', () => {
    const shipped = installed(lock).filter((one) => useInPackage(one) !== undefined);
    expect(shipped.filter(({ entry }) => !mayBeShipped(entry.license ?? ''))).toEqual([]);
  });

  it('lets everything else be used to build', () => {
    expect(installed(lock).filter(({ entry }) => !mayBuildWith(entry.license ?? ''))).toEqual([]);
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
