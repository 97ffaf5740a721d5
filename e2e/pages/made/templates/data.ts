import { escapeHtml, links, metas, plain, script } from '../markup';
import { bodyOf, dateLine, expectedText, openDocument, type PageParts } from '../page-parts';

function head({ story, address }: PageParts, more: string): string {
  return `<head>
<meta charset="utf-8">
<title>${escapeHtml(story.headline)} • ${escapeHtml(story.site)}</title>
${metas({ 'og:type': 'article', 'og:url': address, 'og:title': story.headline, 'og:site_name': story.site })}
${more}
</head>`;
}

/**
 * A graph that states the whole text, and a page whose paragraphs are divisions, one of them an invitation that looks
 * like the others.
 */
export function graph(parts: PageParts): string {
  const { story, words, dating, address, at } = parts;
  const site = { '@type': 'Organization', '@id': `${address}#org`, name: story.site };
  const article = {
    '@type': ['NewsArticle', 'Article'],
    headline: story.headline,
    articleSection: [story.section],
    ...(dating.iso === undefined ? {} : { datePublished: dating.iso }),
    author: { '@type': 'Person', name: story.byline },
    publisher: { '@id': `${address}#org`, name: story.site },
    articleBody: story.body.map(plain).join('\n\n'),
  };
  const data = {
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebSite', name: story.site }, site, { '@type': 'WebPage', url: address }, article],
  };
  const paragraph = (inner: string) => `<div class="c-body__text">${inner}</div>`;
  return `${openDocument(parts)}
${head(parts, script('application/ld+json', data))}
<body>
${at('top')}
<div class="c-header">${links(words.nav)}${at('header')}</div>
<div class="c-article">
<h1 class="c-article__title">${parts.heading}</h1>
<div class="c-article__line">${dateLine(parts, 'span')}</div>
${at('meta')}
<div class="c-body">
${bodyOf(parts, paragraph)}
${paragraph(words.newsletter)}
</div>
${at('end')}
</div>
${at('below')}
<div class="c-rail">${at('side')}</div>
<div class="c-footer">${at('foot')}</div>
</body>
</html>`;
}

/** A single-page site before its script has run: the text is in the state, the page shows none. */
export function state(parts: PageParts): string {
  const { story, words, dating } = parts;
  const value = {
    route: { name: 'article', params: { slug: parts.name } },
    article: {
      title: story.headline,
      published: dating.iso ?? null,
      body: expectedText(story)
        .split('\n')
        .map((text) => ({ type: 'paragraph', text })),
    },
    related: words.others.map((title) => ({ title, text: `${words.comment} ${words.newsletter}`.repeat(3) })),
  };
  return `${openDocument(parts)}
${head(parts, metas({ 'article:published_time': dating.iso }))}
<body>
<div id="root"><div class="skeleton"><h1>${parts.heading}</h1></div></div>
${script('application/json', value, 'state')}
</body>
</html>`;
}
