import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../lib/settings/settings';

/** What the reader has chosen, as far as coverage is arranged by it. */
export type Choices = Pick<Settings, 'languages' | 'hiddenOutlets' | 'preferredOutlets' | 'sites'>;

/** What is chosen about an outlet beside one of its reports. */
export interface OutletChoice {
  readonly onHide: (outlet: string) => void;
  readonly onPrefer: (outlet: string, preferred: boolean) => void;
}

/** The reader: what they have chosen, and how they choose otherwise beside a report. */
export interface Reader extends Choices {
  /** How outlets are hidden and put first; null where nothing is kept: in a private window. */
  readonly outlets: OutletChoice | null;
  /** Opens two reports side by side. */
  readonly onCompare: (urls: readonly [string, string]) => void;
}

/** Nobody in particular: English, nothing hidden, nothing to choose. */
export const NOBODY: Reader = {
  languages: ['en'],
  hiddenOutlets: [],
  preferredOutlets: [],
  sites: [],
  outlets: null,
  onCompare: () => {},
};

export const ReaderContext = createContext<Reader>(NOBODY);

/** The reader, from within a component. */
export function useReader(): Reader {
  return useContext(ReaderContext);
}
