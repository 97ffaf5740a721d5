import { blockSteps } from './blocks';
import { formsOf } from './forms';
import { ProseSums } from './prose-sums';
import type { Steps } from './steps';
import { tidy } from './text';
import type { Tracer } from './trace';
import { elementsOf, isFrame } from './walk';

/**
 * What the parts of a page that are no part of its article are called, in the names that their makers give them in
 * classes and ids. The words are those of the trade and of its common systems; names of single sites are none.
 */
const PARTS: readonly (readonly [name: string, words: string])[] = [
  [
    'caption',
    'captions?|figcaption|bildunterschrift|bijschrift|didascalia|legende|pie-de-foto|pie-foto|imagecaption|newscaption|credits?|photo-?credit|lightbox|\\w*(?:img|image|picture|photo|bild|foto)-(?:author|credit|desc|description|info|legend|source|text)',
  ],
  [
    'share',
    'share|shares|sharing|teilen|partage|partager|compartir|compartilhar|condividi|delen|paylas|share-?bar|share-?tools|social|socials|social-?media|addtoany|sharedaddy',
  ],
  ['newsletter', 'newsletters?|news-letter|subscribe|subscription|sign-?up|opt-?in|mailing-?list|follow-us'],
  ['account', 'log-?in|sign-?in|register|registration|regwall|my-?account'],
  [
    'related',
    'related\\w*|relacionad\\w*|lire-aussi|a-lire-aussi|lees-ook|leia-mais|leia-tambem|leggi-anche|lea-tambien|baca-juga|mehr-zum-thema|recommended|recommendations?|recirc\\w*|read-?more|read-?also|also-?read|see-also|further-reading|more-?(?:on|from|news|stories)|trending|most-?(?:read|popular|viewed)|outbrain|taboola|next-article|prev-next|previous-next',
  ],
  ['tags', 'tags|etiquetas|etiketler|schlagworte|mots-cles|tag-?list|article-tags?|keywords|topic-?list'],
  [
    'comments',
    'comments?|kommentare|commentaires|comentarios|commenti|reacties|yorumlar|comment-\\w+|disqus|respond|reactions?',
  ],
  ['author', 'authors?|author-?\\w+|autor(?:en|es|i)?|auteurs?|autore|about-the-author|bio|biography|byline'],
  ['navigation', 'breadcrumbs?|tool-?bar|pagination|pager|reading-?time|read-?time|skip-?link'],
  ['consent', 'cookies?|consent|gdpr|cmp|privacy'],
  ['dialog', 'modal|pop-?up|popover|overlay|dialog|tooltip|toast|off-?canvas'],
  ['player', 'player|audio-?player|podcast|video-(?:info|item|card|title|description)|playlist'],
  ['poll', 'polls?|survey|quiz|voting'],
  ['post', 'twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed'],
  [
    'promotion',
    'promo|promos|promotion|promoted|affiliate|advertorial|sponsor|sponsored|cta|call-to-action|donate|donation',
  ],
  [
    'advertisement',
    'ad|ads|adv|advert|adverts|advertisement|advertising|anzeige|werbung|annonce|publicidad\\w*|publicite|pubblicita|reklam\\w*|iklan|ad-(?:label|container|slot|wrapper)|google-ads?',
  ],
  [
    'unseen',
    'sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only|assistive-text|is-blind|blind',
  ],
];

const WORDS = new RegExp(`(?:^|[ -])(?:${PARTS.map(([, words]) => `(${words})`).join('|')})(?=[ -]|$)`);

/** Says of a part that it has something, not that it is it: "has-caption", "no-ads". */
const ATTRIBUTE = /(?:^|\s)(?:has|with|no|without|show|hide|is-with|not)-\S*/g;

/** Roles that say the same as those words do. */
const ROLES = /^(?:navigation|dialog|alertdialog|search|tooltip|menu|menubar|toolbar|tablist)$/;

/** The share of the page's running text that one such part may hold, and all of one name together. */
const MOST_OF_ONE = 0.25;
const MOST_OF_ALL = 0.35;

/** What is sold beside a text says in the page itself no more than that it is sold; more is text that was named for it. */
const ADVERTISEMENT_LENGTH = 100;

/** Elements between two steps: a millisecond or two. */
const ELEMENTS_A_STEP = 300;

interface Part {
  readonly element: Element;
  readonly name: string;
}

/**
 * Takes the parts out of the clone that are named for something else than text. A name is believed only of what holds
 * little of the page's running text, by itself and together with all of that name: an article in a box called
 * "paywall" stays.
 */
export function* removeParts(clone: Document, headline: Element | null, tracer: Tracer): Steps<void> {
  const prose = new ProseSums(yield* blockSteps(clone.body, headline));
  yield;
  const total = prose.total;
  const parts: Part[] = [];
  const sums = new Map<string, number>();
  let outer: Element | null = null;
  let elements = 0;
  for (const element of elementsOf(clone.body)) {
    if (++elements % ELEMENTS_A_STEP === 0) yield;
    if (outer?.contains(element)) continue;
    outer = null;
    const name = nameOf(element);
    if (name === null || (headline !== null && element.contains(headline))) continue;
    const length = prose.within(element);
    if (length > (name === 'advertisement' ? ADVERTISEMENT_LENGTH : total * MOST_OF_ONE)) continue;
    outer = element;
    parts.push({ element, name });
    sums.set(name, (sums.get(name) ?? 0) + length);
  }
  yield;
  for (const { element, name } of parts) {
    if ((sums.get(name) ?? 0) > total * MOST_OF_ALL) continue;
    remove(element, name, tracer);
  }
  for (const box of formsOf(clone, headline, prose)) remove(box, 'form', tracer);
}

function remove(element: Element, rule: string, tracer: Tracer): void {
  tracer.removed(rule, tidy((element.textContent ?? '').slice(0, 400)));
  element.remove();
}

/** What part of a page the element says it is; null where it says nothing of the kind. */
export function nameOf(element: Element): string | null {
  if (isFrame(element)) return null;
  if (element.tagName === 'NAV' || ROLES.test(element.getAttribute('role') ?? '')) return 'navigation';
  if (element.tagName === 'DIALOG') return 'dialog';
  const names = `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`.slice(0, 400);
  if (names === ' ') return null;
  const match = WORDS.exec(wordsOf(names));
  if (match === null) return null;
  const group = match.findIndex((found, index) => index > 0 && found !== undefined);
  return PARTS[group - 1]?.[0] ?? null;
}

/** Class names as words: "articleShareBar" and "article_share__bar" are "article-share-bar". */
function wordsOf(names: string): string {
  return names
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d\s]+/g, '-')
    .replace(/(?<!-)-*\s+-*/g, ' ')
    .trim()
    .replace(ATTRIBUTE, ' ');
}
