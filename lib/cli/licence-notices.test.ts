import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMPILED_IN, licenceNotices } from './licence-notices';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('licences.txt', () => {
  it('is what the build wrote, with a notice of everything compiled in', async () => {
    const text = await readFile(`${root}public/licences.txt`, 'utf8');
    expect(text).toBe(await licenceNotices(root));
    for (const place of Object.keys(COMPILED_IN)) expect(text).toContain(`\n${place.split('/node_modules/').at(-1)} `);
    expect(text).toContain('UNICODE LICENSE V3');
    expect(text).toContain('Apache License');
  });

  it('names every dependency that ends up in the package', async () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
      await readFile(`${root}package.json`, 'utf8'),
    );
    for (const name of Object.keys(dependencies)) expect(Object.keys(COMPILED_IN)).toContain(name);
  });

  it('stands beside a document that gives a reason for every dependency', async () => {
    const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
      await readFile(`${root}package.json`, 'utf8'),
    );
    const reasons = await readFile(`${root}docs/dependencies.md`, 'utf8');
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !reasons.includes(name))).toEqual([]);
  });
});
