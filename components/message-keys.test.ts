import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { MESSAGE_KEYS } from './message-keys';

const root = fileURLToPath(new URL('..', import.meta.url));

/** All that may name a text: the pages, what they are made of, and the manifest. */
function sources(): string {
  const folders = ['components', 'entrypoints', 'lib'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return [...files, 'wxt.config.ts']
    .filter((file) => /\.(?:tsx?|html)$/.test(file) && !/\.test\.|message-keys/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}

it('holds no text that nobody shows', () => {
  const text = sources();
  const named = new Set(text.replace(/__MSG_(\w+?)__/g, "'$1'").match(/(?<=['"`])\w+(?=['"`])/g));
  const stems = MESSAGE_KEYS.map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, ''));
  expect(stems.filter((stem) => !named.has(stem))).toEqual([]);
});
