import * as v from 'valibot';
import { shownText } from '../../languages/shown-text';

/** The feeds of a page as they cross from the background to a view. */
export const pageFeedsSchema = v.array(
  v.object({ address: v.string(), name: v.pipe(v.string(), v.transform(shownText)), lang: v.null() }),
);
