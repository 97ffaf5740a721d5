import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, BUILDS } from './index';

/** A copy of a build in which some files are others; it goes with the process. */
export function copyBuild(name: BrowserName, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-build-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(BUILDS[name], folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}
