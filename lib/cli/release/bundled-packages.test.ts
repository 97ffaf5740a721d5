import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { noticedPackagesOnly, packageOfModule } from './bundled-packages';

describe('packageOfModule', () => {
  it.each([
    ['/a/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/a/node_modules/@mozilla/readability/index.js', '@mozilla/readability'],
    ['/a/node_modules/wxt/node_modules/@some/thing/index.js', 'wxt/node_modules/@some/thing'],
    ['C:\\a\\node_modules\\dexie\\dist\\dexie.js', 'dexie'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0vite/preload-helper.js', 'vite'],
    ['\0virtual:wxt-plugins', 'wxt'],
    ['\0some-other-tool', '\0some-other-tool'],
    ['/a/lib/match/rank.ts', null],
  ])('finds in %j the package %j', (id, name) => {
    expect(packageOfModule(id)).toBe(name);
  });
});

describe('a bundle', () => {
  const bundle = (noticed: Record<string, string>) =>
    build({
      configFile: false,
      logLevel: 'silent',
      plugins: [noticedPackagesOnly(noticed)],
      build: { write: false, lib: { entry: new URL('./lockfile.ts', import.meta.url).pathname, formats: ['es'] } },
    });

  it('is refused with code of a package without a notice, and made with it', async () => {
    await expect(bundle({})).rejects.toThrow(/code of .*valibot has no line/);
    await expect(bundle({ valibot: 'code', rolldown: 'code' })).resolves.toBeDefined();
  });
});
