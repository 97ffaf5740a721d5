import { escapeHtml, links, metas, script } from '../markup';
import { dateLine, openDocument, type PageParts, piece } from '../page-parts';

function page(parts: PageParts, entries: string, data: string): string {
  const { story, words, address, at } = parts;
  return `${openDocument(parts)}
<head>
<meta charset="utf-8">
<title>${escapeHtml(story.headline)} | ${escapeHtml(story.site)}</title>
<link rel="canonical" href="${address}">
${metas({ 'og:type': 'article', 'og:title': story.headline, 'og:site_name': story.site })}
${data}
</head>
<body>
${at('top')}
<header><nav>${links(words.nav)}</nav>${at('header')}</header>
<main>
<h1>${parts.heading}</h1>
${dateLine(parts, 'div')}
${at('meta')}
${entries}
${at('end')}
</main>
<footer>${at('foot')}</footer>
</body>
</html>`;
}

/** An entry of a live blog; the first paragraph belongs to its head. */
function entry(text: string, at: number): string {
  return `<section class="entry"><div class="entry-time">${18 - at}:${40 - at}</div>${piece(text)}</section>`;
}

/** A live blog that its structured data calls one. */
export function liveBlog(parts: PageParts): string {
  const { story, dating } = parts;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: story.headline,
    ...(dating.iso === undefined ? {} : { datePublished: dating.iso }),
    author: { '@type': 'Person', name: story.byline },
  };
  const entries = story.body.map(entry).join('\n');
  return page(parts, `<div class="entries">\n${entries}\n</div>`, script('application/ld+json', data));
}

/** One that only its class names and the times of its entries tell. */
export function namedLiveBlog(parts: PageParts): string {
  const entries = parts.story.body.map(entry).join('\n');
  return page(parts, `<div class="liveblog-entries">\n${entries}\n</div>`, metas({ date: parts.dating.iso }));
}
