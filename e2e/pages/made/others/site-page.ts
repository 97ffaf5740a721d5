import { direction, escapeHtml, links, metas } from '../markup';
import type { Story } from '../specification';
import { wordsOf } from '../words/index';

/** A page of a story's outlet that is not about the story: head, navigation, what is on it, foot. */
export function sitePage({ lang, site }: Story, title: string, main: string, head = ''): string {
  const { nav } = wordsOf(lang);
  return `<!doctype html>
<html lang="${lang}" dir="${direction(lang)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)} | ${escapeHtml(site)}</title>
${metas({ 'og:site_name': site, 'og:title': title })}
${head}
</head>
<body>
<header><a href="/">${escapeHtml(site)}</a><nav>${links(nav)}</nav></header>
<main>
${main}
</main>
<footer><p>© 2011–2024 ${escapeHtml(site)}</p></footer>
</body>
</html>`;
}

/** Teasers as front pages have them: a linked headline, a day, a sentence. */
export function teasers({ lang, section }: Story, count: number): string {
  const { others, comment } = wordsOf(lang);
  return Array.from({ length: count }, (_, at) => {
    const headline = `${section}: ${others[at % others.length]} – ${at + 1}`;
    const day = `<time datetime="2025-06-${at + 10}">${at + 10}.06.2025</time>`;
    return `<div class="card"><h3><a href="/story-${at}">${headline}</a></h3>${day}<p>${comment}</p></div>`;
  }).join('\n');
}
