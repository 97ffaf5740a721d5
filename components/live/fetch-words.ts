import type { FetchState } from '../../lib/coverage/fetch-states';
import type { MessageKey } from '../ui';

/** What is said of how asking for a feed, or for an index, ended. */
export const FETCH_WORDS: Readonly<Record<FetchState, MessageKey>> = {
  new: 'feedNew',
  ok: 'feedOk',
  moved: 'feedMoved',
  refused: 'feedRefused',
  unreachable: 'feedUnreachable',
  timeout: 'feedTimeout',
};
