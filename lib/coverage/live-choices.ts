/** What the reader has chosen about live coverage as a whole. */
import * as v from 'valibot';

export const INTERVALS = [15, 30, 60, 180, 360, 720, 1440] as const;
export const RETENTIONS = [3, 7, 14, 30] as const;
export const SIZES = [5_000, 20_000, 50_000, 100_000] as const;

export interface LiveChoices {
  readonly paused: boolean;
  readonly intervalMinutes: (typeof INTERVALS)[number];
  /** Days that items are kept. */
  readonly days: (typeof RETENTIONS)[number];
  /** Items that are kept at most. */
  readonly mostItems: (typeof SIZES)[number];
}

const FIELDS = {
  paused: v.fallback(v.boolean(), false),
  intervalMinutes: v.fallback(v.picklist(INTERVALS), 60),
  days: v.fallback(v.picklist(RETENTIONS), 14),
  mostItems: v.fallback(v.picklist(SIZES), 50_000),
};

const Choices = v.fallback(v.object(FIELDS), () => v.parse(v.object(FIELDS), {}));

/** Choices out of whatever was kept: what is missing or unsound is as it was before the reader chose. */
export function readLiveChoices(record: unknown): LiveChoices {
  const fields: unknown = typeof record === 'object' && record !== null ? { ...BARE, ...record } : BARE;
  return v.parse(Choices, fields);
}

/** A missing field does not come to its fallback by itself. */
const BARE = { paused: null, intervalMinutes: null, days: null, mostItems: null };
