import { Parser } from 'htmlparser2';
import { tidy } from '../article/text';
import { comparableAddress } from '../index/address';
import { cut, LIMITS } from './limits';

/** Elements whose content is not text. */
const SILENT = new Set('script style noscript template iframe object svg math textarea select head'.split(' '));

/** Elements that end a line. */
const BLOCK = new Set(
  `address article aside blockquote br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr
  li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Real summaries nest a dozen deep; the parser's own stack must not grow without bound. */
const MAX_DEPTH = 1000;

/** What a link to the article itself says is no more than this: "Continue reading", or the headline again. */
const SELF_LINK = 100;

/** Thrown to stop the parser, which cannot be left otherwise. */
class TooDeep extends Error {}

/**
 * HTML as text: paragraphs parted by a newline, entities decoded, tags gone. Nothing is run or loaded. What nests beyond
 * all measure ends the text. A short link to `own`, the address of the article, is left out: it invites to read on, in
 * whatever language.
 */
export function htmlToText(html: string, own: string | null = null): string {
  if (!/[<&]/.test(html)) return tidyLines(html);
  const self = own === null ? null : comparableAddress(own);
  const parts: string[] = [];
  let depth = 0;
  let silent = 0;
  let linkStart = -1;
  const parser = new Parser({
    onopentag(name, { href = '' }) {
      if (++depth > MAX_DEPTH) throw new TooDeep();
      if (SILENT.has(name)) silent++;
      else if (BLOCK.has(name)) parts.push('\n');
      else if (name === 'a' && self !== null && comparableAddress(href.trim()) === self) linkStart = parts.length;
    },
    onclosetag(name) {
      depth--;
      if (SILENT.has(name)) silent--;
      else if (BLOCK.has(name)) parts.push('\n');
      else if (name === 'a' && linkStart >= 0) {
        if (parts.slice(linkStart).join('').length <= SELF_LINK) parts.length = linkStart;
        linkStart = -1;
      }
    },
    ontext(text) {
      // A line break in the source is a space on the page.
      if (silent === 0) parts.push(text.replace(/\s+/g, ' '));
    },
  });
  try {
    parser.end(cut(html, LIMITS.text));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return tidyLines(parts.join(''));
}

/** Plain text: tidy lines, empty ones gone. */
export function tidyLines(text: string): string {
  return cut(text, LIMITS.text)
    .split(/[\r\n]+/)
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');
}
