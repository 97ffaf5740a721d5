import * as v from 'valibot';

/** The feeds of a page as they cross from the background to a view. */
export const pageFeedsSchema = v.array(v.object({ address: v.string(), name: v.string(), lang: v.null() }));
