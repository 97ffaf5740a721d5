import { escapeHtml, links, metas } from '../markup';
import { bodyOf, dateLine, openDocument, type PageParts, piece } from '../page-parts';

function page(parts: PageParts, body: string, author = ''): string {
  const { story, words, dating, address, at } = parts;
  return `${openDocument(parts)}
<head>
<meta charset="utf-8">
<title>${escapeHtml(story.headline)} | ${escapeHtml(story.site)}</title>
<link rel="canonical" href="${address}">
${metas({ 'og:type': 'article', 'og:title': story.headline, 'og:site_name': story.site, date: dating.iso })}
</head>
<body>
${at('top')}
<div class="masthead"><a href="/">${escapeHtml(story.site)}</a><nav>${links(words.nav)}</nav>${at('header')}</div>
<main>
<h1>${parts.heading}</h1>
${author}
${dateLine(parts, 'div')}
${at('meta')}
${body}
${at('end')}
${at('below')}
</main>
<aside>${at('side')}</aside>
<footer>${at('foot')}</footer>
</body>
</html>`;
}

const author = ({ story }: PageParts) => `<div class="byline">${escapeHtml(story.byline)}</div>`;

/** The text in several containers with advertising between them. */
export function columns(parts: PageParts): string {
  const pieces = parts.story.body.map((text) => piece(text));
  const container = (from: number, to?: number) =>
    `<div class="row"><div class="column">\n${pieces.slice(from, to).join('\n')}\n</div></div>`;
  const between = `<div class="ad-slot">${parts.words.share}</div>\n${parts.at('midst')}`;
  return page(parts, [container(0, 2), between, container(2, 4), container(4)].join('\n'));
}

/** Each paragraph in a component of its own. */
export function components(parts: PageParts): string {
  const paragraph = (inner: string) =>
    `<div data-component="text-block" class="sc-1a"><p class="sc-2b">${inner}</p></div>`;
  return page(parts, `<article>\n${bodyOf(parts, paragraph)}\n</article>`, author(parts));
}

/** All but the first two paragraphs wait for a button to be pressed. */
export function readMore(parts: PageParts): string {
  const pieces = parts.story.body.map((text) => piece(text));
  const rest = `<div class="rest" style="display: none">\n${pieces.slice(2).join('\n')}\n</div>`;
  const body = `<div class="text">\n${pieces.slice(0, 2).join('\n')}\n<button type="button">…</button>\n${rest}\n</div>`;
  return page(parts, body, author(parts));
}

/** The text once for the screen and once more for another one. */
export function twice(parts: PageParts): string {
  const body = bodyOf(parts);
  return page(parts, `<div class="desktop-text">\n${body}\n</div>\n<div class="mobile-text">\n${body}\n</div>`);
}
