import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './view';

/** Where a browser puts what it loads down. */
export interface Downloads {
  readonly folder: string;
  /** The text of the file with this ending that appears; it is taken away, so that the next is told from it. */
  take(ending: string): Promise<string>;
  remove(): void;
}

/** A folder of its own for a test's downloads. */
export function makeDownloads(): Downloads {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
  return {
    folder,
    async take(ending) {
      const [path, text] = await until(`a download ${ending}`, async () => written(folder, ending), isWhole);
      rmSync(path);
      return text;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Path and text of the file with this ending. Firefox makes an empty file under a name of its own and takes it
 * away again, to learn from the system what the ending means: a name that is listed need not be there to be read,
 * which throws here, and `until` asks again.
 */
function written(folder: string, ending: string): readonly [path: string, text: string] {
  const name = readdirSync(folder).find((each) => each.endsWith(ending));
  if (name === undefined) return ['', ''];
  const path = join(folder, name);
  return [path, readFileSync(path, 'utf8')];
}

function isWhole([, text]: readonly [path: string, text: string]): boolean {
  return text !== '';
}
