import { escapeHtml, links } from './markup';
import type { Story } from './specification';
import type { Words } from './words/index';

/** Where on a page a box stands. */
export const PLACES = ['top', 'header', 'meta', 'midst', 'end', 'below', 'side', 'foot'] as const;
export type Place = (typeof PLACES)[number];

interface Box {
  readonly place: Place;
  readonly html: (words: Words, story: Story) => string;
}

const box = (place: Place, html: Box['html']): Box => ({ place, html });

/** What stands on news pages beside their article, in the class names of the trade. */
const BOXES = {
  /** A dialog about cookies before everything else. */
  cookies: box(
    'top',
    ({ cookies }) =>
      `<div class="cookie-consent" role="dialog"><p>${cookies}</p><button type="button">OK</button></div>`,
  ),
  /** Today's date and the time in the site's header. */
  clock: box('header', ({ clock }) => `<div class="header-clock">${clock}</div>`),
  /** The same above the headline, in the article's own column. */
  today: box('header', ({ clock }) => `<p>${clock}</p>`),
  /** How long ago, which tells no day. */
  ago: box('meta', ({ ago }) => `<div class="stamp">${ago}</div>`),
  share: box(
    'meta',
    ({ share }) =>
      `<div class="share-bar"><span>${share}</span><a href="#f">Facebook</a><a href="#x">X</a><a href="#w">WhatsApp</a></div>`,
  ),
  photo: box(
    'meta',
    (_, { headline, site }) =>
      `<figure><img src="photo.jpg" alt=""><figcaption>${escapeHtml(headline)} © ${escapeHtml(site)}</figcaption></figure>`,
  ),
  /** A link to another story between two paragraphs, with its label. */
  alsoRead: box(
    'midst',
    ({ alsoRead, others: [first = ''] }) => `<p><strong>${alsoRead}: <a href="/other">${first}</a></strong></p>`,
  ),
  /** The label as a paragraph of its own. */
  plainAlsoRead: box(
    'midst',
    ({ alsoRead, others: [first = ''] }) => `<p>${alsoRead}</p><p><a href="/other">${first}</a></p>`,
  ),
  /** Several of them in a box of their own. */
  relatedBox: box(
    'midst',
    ({ alsoRead, others }) => `<div class="related-stories"><h4>${alsoRead}</h4>${links(others)}</div>`,
  ),
  newsletter: box(
    'midst',
    ({ newsletter }) =>
      `<div class="newsletter-signup"><p>${newsletter}</p><input type="email" name="e"><button>OK</button></div>`,
  ),
  /** The same without a name that tells: only the field to fill in does. */
  unnamedForm: box(
    'midst',
    ({ newsletter }) => `<div class="x7"><div class="x8"><p>${newsletter}</p></div><input type="email" name="e"></div>`,
  ),
  advertisement: box('midst', ({ share }) => `<div class="ad-slot"><span>${share} – 50 %</span></div>`),
  tags: box('end', ({ tags, nav }) => `<div class="tags"><span>${tags}</span>${links(nav)}</div>`),
  /** A label and words that end like a sentence: only the label tells. */
  plainTags: box('end', ({ tags, nav }) => `<p>${tags}</p><p>${nav.join(', ')}.</p>`),
  author: box(
    'end',
    ({ newsletter }, { byline }) => `<div class="author-bio"><h4>${escapeHtml(byline)}</h4><p>${newsletter}</p></div>`,
  ),
  comments: box(
    'end',
    ({ comment, clock }) =>
      `<section id="comments" class="comments"><h3>3</h3><div class="comment"><b>Reader</b> <time datetime="2019-02-03">${clock}</time><p>${comment}</p></div></section>`,
  ),
  next: box('below', nextArticle),
  mostRead: box('side', ({ others }) => `<div class="most-read">${links(others)}</div>`),
  /** Teasers with the days of their own. */
  datedTeasers: box(
    'side',
    ({ others }) =>
      `<ul>${others.map((text, at) => `<li><a href="/${at}">${text}</a> <time datetime="2018-04-0${at + 1}">04/0${at + 1}/2018</time></li>`).join('')}</ul>`,
  ),
  /** The day and the hour once more, at the very end. */
  lateClock: box('foot', ({ clock }) => `<div>${clock}</div>`),
  copyright: box('foot', (_, { site }) => `<p>© 2011–2024 ${escapeHtml(site)}</p>`),
} satisfies Record<string, Box>;

export type BoxName = keyof typeof BOXES;

/** The boxes of a page, those of each place together. */
export function boxesAt(names: readonly BoxName[], words: Words, story: Story): (place: Place) => string {
  return (place) =>
    names
      .map((name): Box => BOXES[name])
      .filter((one) => one.place === place)
      .map((one) => one.html(words, story))
      .join('\n');
}

/** The article that some sites load below, with a day of its own. */
function nextArticle({ others: [headline = ''], comment, newsletter }: Words): string {
  const sentence = `<p>${comment} ${newsletter}</p>`;
  return `<article><h2>${headline}</h2><time datetime="2020-05-06T10:00:00Z">2020-05-06</time>${sentence}<p>${comment} (2)</p><p>${newsletter} (3)</p></article>`;
}
