import * as v from 'valibot';

/** Why something asked for could not be done. The words for each stand in `_locales` under `failure_…`. */
export const FAILURE_CODES = [
  'browser-page',
  'store-page',
  'file',
  'no-access',
  'timeout',
  'unreadable',
  'index',
  'refused',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** A failure as shown: a code with words for the reader, and a detail for whoever reports it. */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

export const failureSchema = v.object({ code: v.picklist(FAILURE_CODES), detail: v.string() });

/** An error that already knows which failure it is. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  constructor(
    readonly code: FailureCode,
    detail: string,
  ) {
    super(detail);
  }
}

/** What an asker gets: the value, or a failure in words. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Turns whatever was thrown into a failure. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return { code: error.code, detail: error.message };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
