/** Reads the files of `_locales` as the browser reads them, for a language that is not the browser's. */
import * as v from 'valibot';

const fileSchema = v.record(v.string(), v.object({ message: v.string() }));

/** The texts of one file by their keys. @throws ValiError where it is no such file */
export function parseMessages(json: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(v.parse(fileSchema, json)).map(([key, { message }]) => [key, message]));
}

/** Puts the substitutions in the places of `$1` to `$9`; `$$` is a dollar sign, and a place without a value is empty. */
export function substitute(message: string, substitutions: readonly string[]): string {
  return message.replace(/\$([1-9$])/g, (_, place: string) =>
    place === '$' ? '$' : (substitutions[Number(place) - 1] ?? ''),
  );
}
