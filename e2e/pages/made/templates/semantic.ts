import { escapeHtml, links, metas, script } from '../markup';
import { bodyOf, dateLine, openDocument, type PageParts, piece } from '../page-parts';

/** Structured data of an article as most outlets write it. */
function newsArticle({ story, dating, address }: PageParts, more: object = {}): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: address,
    headline: story.headline,
    inLanguage: story.lang,
    articleSection: story.section,
    ...(dating.iso === undefined ? {} : { datePublished: dating.iso }),
    author: [{ '@type': 'Person', name: story.byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: story.site },
    ...more,
  };
}

function page(parts: PageParts, body: string, data: object): string {
  const { story, words, address, at } = parts;
  const { headline, site } = story;
  return `${openDocument(parts)}
<head>
<meta charset="utf-8">
<title>${escapeHtml(headline)} | ${escapeHtml(site)}</title>
<link rel="canonical" href="${address}">
${metas({ 'og:type': 'article', 'og:title': headline, 'og:site_name': site })}
${script('application/ld+json', data)}
</head>
<body>
${at('top')}
<header class="site-header"><a href="/">${escapeHtml(site)}</a><nav>${links(words.nav)}</nav>${at('header')}</header>
<main>
<article>
<header>
<h1>${parts.heading}</h1>
<p class="byline">${escapeHtml(story.byline)}</p>
${dateLine(parts, 'time')}
</header>
${at('meta')}
${body}
${at('end')}
</article>
${at('below')}
</main>
<aside>${at('side')}</aside>
<footer>${at('foot')}</footer>
</body>
</html>`;
}

/** Elements that say what they are, and structured data. */
export function semantic(parts: PageParts): string {
  return page(parts, `<div class="article-body">\n${bodyOf(parts)}\n</div>`, newsArticle(parts));
}

/** The first two paragraphs before a barrier. */
export function teaser(parts: PageParts): string {
  const start = parts.story.body.slice(0, 2).map((text) => piece(text));
  const barrier = `<div class="offer"><h3>${parts.words.newsletter}</h3><button type="button">€</button></div>`;
  const data = newsArticle(parts, { isAccessibleForFree: false });
  return page(parts, `<div class="article-body">\n${start.join('\n')}\n</div>\n${barrier}`, data);
}

/** Columns of text from right to left, each paragraph indented with a wide space. */
export function vertical(parts: PageParts): string {
  const body = bodyOf(parts, (inner) => `<p>\u3000${inner}</p>`);
  return page(parts, `<div class="honbun" style="writing-mode: vertical-rl">\n${body}\n</div>`, newsArticle(parts));
}
