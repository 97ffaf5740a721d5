import { browser } from 'wxt/browser';
import { createEngine, type Engine } from '../match/engine';
import { FailureError } from './result';

/** The engine of this worker's life. Made again from the package's files after the worker has died. */
let engine: Promise<Engine> | null = null;

/** The engine over the bundled lexicon and index, decoded once. A failed attempt is not remembered. */
export function loadEngine(): Promise<Engine> {
  engine ??= decode().catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function decode(): Promise<Engine> {
  try {
    const [lexicon, stories] = await Promise.all([fetchBytes('/lexicon.bin'), fetchBytes('/stories.bin')]);
    return createEngine(lexicon, stories);
  } catch (error) {
    throw new FailureError('index', error instanceof Error ? error.message : String(error));
  }
}

async function fetchBytes(path: '/lexicon.bin' | '/stories.bin'): Promise<Uint8Array> {
  // Not `getURL(path)`: WXT types its argument by the pages of the build, and these files are none.
  const response = await fetch(new URL(path, browser.runtime.getURL('/')));
  if (!response.ok) throw new Error(`${path} is missing from the package`);
  return new Uint8Array(await response.arrayBuffer());
}
