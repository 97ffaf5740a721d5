/** `npm run third-party`: THIRD-PARTY.md, everything by others that the package contains or that builds it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../io';
import { COMPILED_IN } from '../licence-notices';
import { installed, type Lockfile, parseLockfile, useInPackage } from './lockfile';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The text of THIRD-PARTY.md for a lockfile. */
export function thirdParty(lock: Lockfile): string {
  const all = installed(lock);
  const shipped = Object.entries(COMPILED_IN).map(([place, use]) => {
    const one = all.find(({ path }) => path === `node_modules/${place}`);
    return `| ${one?.name ?? place} | ${one?.version ?? ''} | ${one?.entry.license ?? ''} | ${use} |`;
  });
  const building = new Map<string, Set<string>>();
  for (const one of all) {
    if (useInPackage(one) !== undefined) continue;
    const { name, version, entry } = one;
    const licence = entry.license ?? 'not stated';
    building.set(licence, (building.get(licence) ?? new Set()).add(`${name} ${version}`));
  }
  const byLicence = [...building]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `**${licence}** (${names.size}): ${[...names].sort().join(', ')}\n`);
  return `# Third parties

Made by \`npm run third-party\` from the lockfile; a test compares the two.

## In the package

Data and code of others that reach a reader. Their notices in full are in the package as \`licences.txt\`. Data compiled in
from packages that otherwise only build is here too. The build stops at code of a package that is not in this table.

| package | version | licence | what of it |
|---|---|---|---|
${shipped.join('\n')}

## For building and testing

Nothing of these is in the package.

${byLicence.join('\n')}`;
}

/** Writes THIRD-PARTY.md. */
async function main(): Promise<void> {
  const lock = parseLockfile(await readFile(`${root}package-lock.json`, 'utf8'));
  await writeAtomically(`${root}THIRD-PARTY.md`, [thirdParty(lock)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
