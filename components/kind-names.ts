import type { Aligned } from '../lib/match/types';
import type { MessageKey } from './message-keys';

/** What each kind of word is called. */
export const KIND_NAMES: Readonly<Record<Aligned['kind'], MessageKey>> = {
  name: 'kindName',
  entity: 'kindName',
  place: 'kindPlace',
  language: 'kindLanguage',
  concept: 'kindTopic',
  number: 'kindNumber',
  date: 'kindDate',
};
