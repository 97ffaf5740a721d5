import type { IndexFacts } from '../match/types';
import type { Handlers } from './messages';
import type { TabState } from './schemas';

/** What a small index says of itself. */
export const FACTS: IndexFacts = {
  stories: 1,
  reports: 2,
  outlets: 2,
  articles: 0,
  languages: ['hi'],
  from: null,
  to: null,
  bytes: 3,
  fingerprintVersion: 1,
};

/** A background that answers every request with as little as it may. */
export function handlersFor(state: TabState, over: Partial<Handlers> = {}): Handlers {
  return {
    'read-tab': async () => state,
    'trace-tab': async () => [],
    'resume-reading': async () => null,
    'index-facts': async () => FACTS,
    'page-feeds': async () => [],
    'read-feeds': async () => null,
    ...over,
  };
}
