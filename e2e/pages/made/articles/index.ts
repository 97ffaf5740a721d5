import type { ArticleFixture } from '../specification';
import { ARABIC_SCRIPT } from './arabic-script';
import { EAST_ASIA } from './east-asia';
import { EUROPE } from './europe';
import { SOUTH_ASIA } from './south-asia';

/** Every page with an article. */
export const ARTICLES: readonly ArticleFixture[] = [...SOUTH_ASIA, ...ARABIC_SCRIPT, ...EAST_ASIA, ...EUROPE];
