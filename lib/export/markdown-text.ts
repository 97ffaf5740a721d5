/** Text and addresses in Markdown, such that nothing in them is markup. */
import { webAddress } from '../library/web-address';

/** What CommonMark or GitHub's dialect would take for markup, an address or a name of its own anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>&#|~$@]|:(?=\/\/)|(?<=www)\./gi;
/** What would begin a list, a heading's underline or a table at the start of a line. */
const AT_START = /^(?:[-+=:]|\d{1,9}(?=[.)]))/;

/** A text as one line of Markdown that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const safe = line.replace(SPECIAL, '\\$&');
  // A digit cannot be escaped: the point after it can.
  return safe
    .replace(AT_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** What would end a link's address early, or be read as something else within it. */
const UNSAFE_IN_ADDRESS = /[\s()<>[\]\\`]/g;

/** A link with this text; the text alone where the address is no ordinary web address. */
export function linkMarkdown(text: string, url: string | null): string {
  const address = url === null ? null : webAddress(url);
  if (address === null) return escapeMarkdown(text);
  const safe = address
    .replace(UNSAFE_IN_ADDRESS, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`)
    // `&copy;` in an address would be read as a sign.
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${escapeMarkdown(text)}](${safe})`;
}
