import { escapeHtml, links, metas } from '../markup';
import { bodyOf, dateLine, openDocument, type PageParts } from '../page-parts';

/** Nothing but divisions with names, and metadata for sharing. */
export function divisions(parts: PageParts): string {
  const { story, words, dating, address, at } = parts;
  const { headline, site, section, byline } = story;
  return `${openDocument(parts)}
<head>
<meta charset="utf-8">
<title>${escapeHtml(headline)} - ${escapeHtml(site)}</title>
${metas({
  author: byline,
  'og:type': 'article',
  'og:url': address,
  'og:title': headline,
  'og:site_name': site,
  'article:section': section,
  'article:published_time': dating.iso,
})}
</head>
<body class="single-post">
${at('top')}
<div id="page">
<div class="top-bar"><a class="logo" href="/">${escapeHtml(site)}</a>${at('header')}</div>
<div class="main-menu">${links(words.nav)}</div>
<div class="content-area">
<div class="breadcrumb"><a href="/">${escapeHtml(site)}</a> › <a href="/s">${escapeHtml(section)}</a></div>
<h1 class="entry-title">${parts.heading}</h1>
<div class="entry-meta"><span class="author-name">${escapeHtml(byline)}</span> ${dateLine(parts, 'span')}</div>
${at('meta')}
<div class="entry-content">
${bodyOf(parts)}
</div>
${at('end')}
${at('below')}
</div>
<div class="sidebar">${at('side')}</div>
<div class="site-footer">${at('foot')}</div>
</div>
</body>
</html>`;
}
