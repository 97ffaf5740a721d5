import { boxesAt, type Place } from './boxes';
import { direction, escapeHtml, plain, unmarked, withReadings } from './markup';
import type { ArticleFixture, Dating, Story } from './specification';
import { type Words, wordsOf } from './words/index';

/** What a template puts together. */
export interface PageParts {
  readonly name: string;
  /** Its headline without readings, as attributes and data hold it. */
  readonly story: Story;
  /** The headline as HTML. */
  readonly heading: string;
  readonly words: Words;
  readonly dating: Dating;
  /** The address that the page gives itself. */
  readonly address: string;
  /** The boxes of a place, as HTML. */
  readonly at: (place: Place) => string;
}

export function partsOf({ name, story, boxes, dating }: ArticleFixture): PageParts {
  const words = wordsOf(story.lang);
  return {
    name,
    story: { ...story, headline: plain(story.headline) },
    heading: withReadings(story.headline),
    words,
    dating,
    address: `https://${story.host}.example/${name}`,
    at: boxesAt(boxes, words, story),
  };
}

/** One piece of a story's body in the elements of a common article. */
export function piece(text: string, paragraph = (inner: string) => `<p>${inner}</p>`): string {
  const inner = withReadings(unmarked(text));
  if (text.startsWith('## ')) return `<h2>${inner}</h2>`;
  if (text.startsWith('? ')) return paragraph(`<strong>${inner}</strong>`);
  if (text.startsWith('- ')) return `<ul><li>${inner}</li></ul>`;
  return paragraph(inner);
}

/** The body with what stands in its midst after the second paragraph. */
export function bodyOf({ story, at }: PageParts, paragraph?: (inner: string) => string): string {
  const pieces = story.body.map((text) => piece(text, paragraph));
  return [...pieces.slice(0, 2), at('midst'), ...pieces.slice(2)].join('\n').replace(/<\/ul>\n<ul>/g, '\n');
}

/** The visible line of the date; nothing where the page has none. */
export function dateLine({ dating: { line, iso } }: PageParts, tag: 'time' | 'span' | 'div'): string {
  if (line === undefined) return '';
  const machine = tag === 'time' && iso !== undefined ? ` datetime="${iso}"` : '';
  return `<${tag} class="date"${machine}>${escapeHtml(line)}</${tag}>`;
}

/** The opening of a document in the story's language. */
export function openDocument({ story: { lang } }: PageParts): string {
  return `<!doctype html>\n<html lang="${lang}" dir="${direction(lang)}">`;
}

/** Paragraphs as they are to be read. */
export function expectedText(story: Story): string {
  return story.body.map(plain).join('\n');
}
