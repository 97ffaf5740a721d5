import type { Block } from './blocks';
import { type LdNode, ldText } from './json-ld';
import { isProse, textKey, tidy, weightedLength } from './text';
import type { Tracer } from './trace';

/** Less is a teaser or a placeholder, not the article. */
const MIN_STATED = 200;

/** The share of the stated text that must have been found before it is believed about what was not found in it. */
const SEEN_SHARE = 0.9;

/** Below this share of the stated text what was found is no article. */
const FOUND_SHARE = 0.6;

/** Letters compared at most: every block is looked for in all of the stated text. */
const SEARCH_BUDGET = 5e8;

/** Tags that part paragraphs where a stated text carries markup. */
const PARTING_TAG = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|section|figure|table|tr)\b[^<>]{0,300}>/gi;

/** The article's text as the page's structured data states it, in paragraphs as far as it parts them; empty without one. */
export function statedParagraphs(article: LdNode | null): string[] {
  const body = ldText(article?.get('articleBody')) ?? ldText(article?.get('text'));
  return body === null ? [] : paragraphsOf(body);
}

/** A text with line breaks or markup as paragraphs. */
export function paragraphsOf(text: string): string[] {
  return text
    .slice(0, 500_000)
    .replace(PARTING_TAG, '\n')
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .split(/\n+/)
    .map(tidy)
    .filter((line) => line !== '');
}

/** Text that is an article rather than a line under a picture. */
const ENOUGH = 250;

/** The share of a title's four-letter runs that a text about the same has somewhere. */
const TITLE_SHARE = 0.4;

/**
 * The paragraphs read off the page, or, where those are nearly none, what else the page says its text is: in its
 * structured data, or, where the title's words are in it, in the state that its scripts start from.
 */
export function withWitnesses(
  shown: readonly string[],
  stated: readonly string[],
  embedded: () => readonly string[],
  title: string,
  tracer: Tracer,
): readonly string[] {
  const own = lengthOf(shown);
  const witness = (rule: string, paragraphs: readonly string[]) => {
    if (lengthOf(paragraphs) < ENOUGH || own >= lengthOf(paragraphs) * FOUND_SHARE) return null;
    for (const text of paragraphs) tracer.added(rule, text);
    return paragraphs;
  };
  const said = witness('stated', stated);
  if (said !== null || own >= ENOUGH) return said ?? shown;
  const state = embedded();
  return (isAbout(state, title) ? witness('state', state) : null) ?? shown;
}

function lengthOf(paragraphs: readonly string[]): number {
  return weightedLength(paragraphs.join(''));
}

function isAbout(paragraphs: readonly string[], title: string): boolean {
  const text = textKey(paragraphs.join(' '));
  const key = textKey(title);
  let runs = 0;
  let found = 0;
  for (let at = 0; at + 4 <= key.length; at++, runs++) if (text.includes(key.slice(at, at + 4))) found++;
  return runs > 0 && found >= runs * TITLE_SHARE;
}

/**
 * Asks the text that the structured data states about what was found on the page. Where nearly nothing of it was found,
 * the page's blocks that it contains are the article. Where nearly all of it was found, a paragraph that it does not know is no part of the article.
 */
export function withStated(
  found: readonly Block[],
  page: readonly Block[],
  stated: readonly string[],
  tracer: Tracer,
): readonly Block[] {
  const whole = stated.map(textKey).join('');
  if (weightedLength(whole) < MIN_STATED || whole.length * (found.length + page.length) > SEARCH_BUDGET) return found;
  const knows = (block: Block) => whole.includes(textKey(block.text));
  const keyLength = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + textKey(block.text).length, 0);
  const seen = keyLength(found.filter(knows));
  if (seen < whole.length * FOUND_SHARE) {
    const shown = page.filter((block) => knows(block) && isProse(block.text));
    if (keyLength(shown) <= seen) return found;
    for (const block of shown) if (!found.includes(block)) tracer.added('stated', block.text);
    return shown;
  }
  if (seen < whole.length * SEEN_SHARE) return found;
  return found.filter((block) => {
    // Lists, headings and quotes are often left out of what is stated.
    const kept = knows(block) || block.heading || block.listItem || weightedLength(block.text) < 20;
    if (!kept) tracer.removed('stated', block.text);
    return kept;
  });
}
