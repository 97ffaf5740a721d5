const TAG = /^[a-zA-Z]{1,8}(?:[-_][a-zA-Z0-9]{1,8})*$/;
/** BCP 47 names no language at such length that is not made up. */
const MAX_LENGTH = 35;

/** Whether a text has the shape of a language tag (BCP 47): what others write in its place is shown beside headlines. */
export function isLanguageTag(text: string): boolean {
  return text.length <= MAX_LENGTH && TAG.test(text);
}
