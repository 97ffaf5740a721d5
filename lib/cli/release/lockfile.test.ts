import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { installed, isExact, type LockedPackage, oddities, parseLockfile, withInstallScript } from './lockfile';

const root = new URL('../../../', import.meta.url);
const lock = parseLockfile(readFileSync(new URL('package-lock.json', root), 'utf8'));
const manifest = v.parse(
  v.object({
    version: v.string(),
    dependencies: v.record(v.string(), v.string()),
    devDependencies: v.record(v.string(), v.string()),
    allowScripts: v.record(v.string(), v.boolean()),
  }),
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
);

describe('the dependencies', () => {
  const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  it('are named in exact versions, and these are installed', () => {
    expect(named.filter(([, version]) => !isExact(version))).toEqual([]);
    const versions = new Map(installed(lock).map(({ path, version }) => [path, version]));
    expect(named.filter(([name, version]) => versions.get(`node_modules/${name}`) !== version)).toEqual([]);
  });

  it('are in the lockfile as in package.json', () => {
    expect(lock.version).toBe(manifest.version);
    expect(lock.packages['']?.dependencies).toEqual(manifest.dependencies);
    expect(lock.packages['']?.devDependencies).toEqual(manifest.devDependencies);
  });

  it('come from a registry, each with its checksum', () => {
    expect(installed(lock).length).toBeGreaterThan(100);
    expect(oddities(lock)).toEqual([]);
  });

  it('run no script at installation: each that has one is refused by name', () => {
    expect(withInstallScript(lock)).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
  });
});

describe('oddities', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const oddOf = (entry: Partial<LockedPackage>, path = 'node_modules/@some/thing') =>
    oddities(
      parseLockfile(
        JSON.stringify({
          name: 'test',
          version: '1.0.0',
          lockfileVersion: 3,
          packages: { '': {}, [path]: { version: '1.2.3', integrity, ...entry } },
        }),
      ),
    );
  const tarball = 'https://registry.example/@some/thing/-/thing-1.2.3.tgz';

  it('finds none in a tarball of any registry, or where the lockfile names none', () => {
    expect(oddOf({})).toEqual([]);
    expect(oddOf({ resolved: tarball })).toEqual([]);
    expect(oddOf({ resolved: 'https://proxy.example/npm/@some%2fthing/-/thing-1.2.3.tgz' })).toEqual([]);
  });

  it.each<[string, Partial<LockedPackage>]>([
    ['git', { resolved: 'git+ssh://git@host.example/some/thing.git#0123456' }],
    ['plain http', { resolved: tarball.replace('https', 'http') }],
    ['a file', { resolved: 'file:../thing-1.2.3.tgz' }],
    ['an archive of a code host', { resolved: 'https://code.example/some/thing/archive/v1.2.3.tar.gz' }],
    ['the tarball of another package', { resolved: 'https://registry.example/@some/other/-/other-1.2.3.tgz' }],
    ['the tarball of another version', { resolved: tarball.replace('1.2.3', '1.2.4') }],
    ['an address with a password', { resolved: tarball.replace('://', '://me:secret@') }],
    ['no checksum', { integrity: '' }],
    ['a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['a range', { version: '^1.2.3' }],
    ['another name', { name: 'other' }],
    ['a link', { link: true }],
    ['a package in a package', { inBundle: true }],
  ])('finds %s', (_what, entry) => {
    expect(oddOf(entry)).toHaveLength(1);
  });

  it('finds a package that lies outside node_modules', () => {
    expect(oddOf({}, 'vendor/thing')).toEqual([expect.stringContaining('is not in node_modules')]);
  });
});
