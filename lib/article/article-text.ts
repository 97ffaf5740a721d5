import type { Block } from './blocks';
import { extractBody } from './body';
import { cleanBlocks } from './boilerplate';
import { embeddedParagraphs } from './embedded-state';
import { revealText } from './hidden-text';
import { type LdNode, ldText } from './json-ld';
import { descriptionsOf, withLead } from './lead';
import type { MetaTags } from './metadata';
import { removeParts } from './page-parts';
import { largestText } from './plain-text';
import { statedParagraphs, withStated, withWitnesses } from './stated-body';
import type { Steps } from './steps';
import { articlesBelow, markSurroundings, revealHeadline } from './surroundings';
import { isProse, weightedLength } from './text';
import type { Tracer } from './trace';

/** What the text of a page is read from. */
export interface TextSource {
  /** The page itself, which is only looked at. */
  readonly page: Document;
  /** Its copy, which is taken apart; null where the page is too large to be copied. */
  readonly clone: Document | null;
  readonly meta: MetaTags;
  readonly article: LdNode | null;
  readonly title: string;
  /** The headline's element in the copy, or in the page where there is no copy. */
  readonly headline: Element | null;
  /** All blocks of the page as it was. */
  readonly blocks: readonly Block[];
  /** Lines that were taken for the page's date. */
  readonly stamps: ReadonlySet<string>;
}

/** A date's line says little beside the date; a longer one is a sentence of the text that has a date in it. */
const STAMP_LENGTH = 90;

/** What holds no text: Readability would look at each of them many times. */
const TEXTLESS = 'script, style, template, noscript, svg, iframe, object, embed, canvas, link, meta, source, track';

/** A page's text. */
export interface Text {
  readonly paragraphs: readonly string[];
  /** The page is too large for Readability: its largest text stands for its article. */
  readonly coarse: boolean;
}

/** The paragraphs of the page's article, step by step; what is left where there is none is for `judgeKind` to judge. */
export function* textSteps(source: TextSource, tracer: Tracer): Steps<Text> {
  const { page, clone, meta, article, title, headline, blocks, stamps } = source;
  if (clone !== null) yield* prepare(clone, headline, blocks, tracer);
  yield;
  const isStamp = ({ text }: Block) => stamps.has(text) && !(isProse(text) && weightedLength(text) > STAMP_LENGTH);
  const saysArticle = article !== null || /^article/i.test(meta.first('og:type') ?? '');
  const body =
    clone === null ? { blocks: largestText(blocks), coarse: true } : yield* extractBody(clone, saysArticle, tracer);
  yield;
  const found = body.blocks.filter((block) => !isStamp(block));
  const stated = statedParagraphs(article);
  const known = withStated(found, blocks, stated, tracer);
  const descriptions = descriptionsOf(meta, ldText(article?.get('description')));
  const whole = headline === null ? known : withLead(known, blocks, descriptions, tracer);
  yield;
  const shown = cleanBlocks(whole, title, tracer);
  // The state of any other page holds texts as well, of videos and of things for sale.
  const embedded = () => (saysArticle ? embeddedParagraphs(page) : []);
  const paragraphs = withWitnesses(shown, stated, embedded, title, tracer);
  return { paragraphs, coarse: body.coarse };
}

/** Makes the copy ready for Readability: notes what stands where, shows what waits for a click, drops named parts. */
function* prepare(clone: Document, headline: Element | null, blocks: readonly Block[], tracer: Tracer): Steps<void> {
  if (headline !== null) {
    revealHeadline(headline);
    markSurroundings(clone, headline, articlesBelow(blocks, headline));
    yield;
    revealText(headline, tracer);
  }
  yield;
  yield* removeParts(clone, headline, tracer);
  yield;
  for (const element of [...clone.querySelectorAll(TEXTLESS)]) element.remove();
}
