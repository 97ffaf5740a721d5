import { escapeHtml, links, metas } from '../markup';
import { bodyOf, dateLine, openDocument, type PageParts } from '../page-parts';

/** What other pages say in their head is said in the elements themselves. */
export function microdata(parts: PageParts): string {
  const { story, words, dating, address, at } = parts;
  const stated = dating.iso === undefined ? '' : `<meta itemprop="datePublished" content="${dating.iso}">`;
  return `${openDocument(parts)}
<head>
<meta charset="utf-8">
<title>${escapeHtml(story.headline)} — ${escapeHtml(story.site)}</title>
<link rel="canonical" href="${address}">
${metas({ 'application-name': story.site })}
</head>
<body>
${at('top')}
<header role="banner">${links(words.nav)}${at('header')}</header>
<div role="main" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${parts.heading}</h1>
<span itemprop="author">${escapeHtml(story.byline)}</span>
${stated}${dateLine(parts, 'span')}
${at('meta')}
<div itemprop="articleBody">
${bodyOf(parts)}
</div>
${at('end')}
</div>
${at('below')}
<aside role="complementary">${at('side')}</aside>
<footer>${at('foot')}</footer>
</body>
</html>`;
}
