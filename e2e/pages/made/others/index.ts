import type { OtherFixture } from '../specification';
import { LISTS } from './lists';
import { SINGLES } from './singles';

/** Every page without an article. */
export const OTHERS: readonly OtherFixture[] = [...LISTS, ...SINGLES];
