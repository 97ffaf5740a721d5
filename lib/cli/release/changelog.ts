/** CHANGELOG.md, in the form of Keep a Changelog. */

/** The newest version of a changelog. */
export interface Head {
  readonly version: string;
  /** The day of the release; null where it stands for none yet. */
  readonly date: string | null;
  /** Whether anything is written down that no version holds yet. */
  readonly pending: boolean;
}

/** The newest version that a changelog names; null where it names none. */
export function changelogHead(text: string): Head | null {
  const found = /^## \[(\d+\.\d+\.\d+)\](?: - (\d{4}-\d{2}-\d{2}))?\s*$/m.exec(text);
  if (found?.[1] === undefined) return null;
  const before = text.slice(0, found.index).split(/^## \[Unreleased\]$/m)[1] ?? '';
  return { version: found[1], date: found[2] ?? null, pending: /^[-*] /m.test(before) };
}

/** Why a version cannot be released with this changelog, a line each; nothing where it can. */
export function changelogFaults(text: string, version: string): string[] {
  const head = changelogHead(text);
  if (head === null) return ['CHANGELOG.md names no version'];
  const faults: string[] = [];
  if (head.version !== version) faults.push(`CHANGELOG.md begins with ${head.version}, package.json says ${version}`);
  if (head.date === null) faults.push(`CHANGELOG.md gives ${head.version} no day`);
  if (head.pending) faults.push('CHANGELOG.md has changes that no version holds');
  return faults;
}
