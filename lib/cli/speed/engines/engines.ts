/** The engines of the bench, loaded one at a time: each runs in a process of its own. */
import type { Engine } from './types';

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  sidelight: async () => (await import('./sidelight')).sidelight,
  flexsearch: async () => (await import('./flexsearch')).flexSearch,
  minisearch: async () => (await import('./minisearch')).miniSearch,
  orama: async () => (await import('./orama')).orama,
  lunr: async () => (await import('./lunr')).plainLunr,
};

export const ENGINE_NAMES: readonly string[] = Object.keys(ENGINES);

/** @throws RangeError where there is no engine of that name */
export async function loadEngine(name: string): Promise<Engine> {
  const load = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (!load) throw new RangeError(`There is no engine ${name}.`);
  return load();
}
