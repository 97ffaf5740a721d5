/** Holds the bundles to the notices: code of a package that licences.txt does not name stops the build. */
import type { Plugin } from 'vite';
import { COMPILED_IN } from '../licence-notices';

/** Modules that the build tools make up, by the tool whose code they are. */
const MADE_UP: readonly (readonly [start: string, name: string])[] = [
  ['rolldown/', 'rolldown'],
  ['vite/', 'vite'],
  ['virtual:wxt-', 'wxt'],
];

/**
 * The folder in node_modules of the package that a module of a bundle is from; null for the project's own, the id itself
 * where nobody knows it.
 */
export function packageOfModule(id: string): string | null {
  const made = id.startsWith('\0') ? id.slice(1) : id;
  const tool = MADE_UP.find(([start]) => made.startsWith(start));
  if (tool !== undefined) return tool[1];
  const path = made.replaceAll('\\', '/');
  const [, ...nested] = path.split('/node_modules/');
  if (nested.length === 0) return id.startsWith('\0') ? id : null;
  return nested.map(nameAtStart).join('/node_modules/');
}

function nameAtStart(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, path.startsWith('@') ? 2 : 1).join('/');
}

/** Refuses a bundle with code of a package that has no notice. */
export function noticedPackagesOnly(noticed: Readonly<Record<string, string>> = COMPILED_IN): Plugin {
  return {
    name: 'sidelight:noticed-packages-only',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk'
          ? Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0)
          : [],
      );
      const names = new Set(modules.map(([id]) => packageOfModule(id)));
      const unknown = [...names].filter((name) => name !== null && !Object.hasOwn(noticed, name)).sort();
      if (unknown.length > 0)
        this.error(`code of ${unknown.join(', ')} has no line in COMPILED_IN (lib/cli/licence-notices.ts)`);
    },
  };
}
