/** Pages of invented outlets, for tests. */

export interface TestPage {
  lang?: string;
  head?: string;
  title?: string;
  site?: string;
  /** What stands above the headline, inside the body. */
  above?: string;
  body: string;
}

const NAV =
  '<nav><ul>' +
  ['Home', 'World', 'Sport', 'Money'].map((t) => `<li><a href="/${t}">${t}</a></li>`).join('') +
  '</ul></nav>';

/** A page as a newspaper's system makes it: navigation, headline, text, side column, foot. */
export function newsPage({
  lang = 'en',
  head = '',
  title = '',
  site = 'The Daily Example',
  above = '',
  body,
}: TestPage): string {
  const tab = title === '' ? site : `${title} - ${site}`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${tab}</title>
<meta property="og:site_name" content="${site}">${head}</head><body>
<header><a href="/">${site}</a>${NAV}</header><main><article>${above}${title === '' ? '' : `<h1>${title}</h1>`}${body}</article></main>
<aside><h3>Trending</h3><ul><li><a href="/a">Something else that many people read</a></li></ul></aside>
<footer>© ${site}</footer></body></html>`;
}

/** Paragraphs long enough to be an article, each different. */
export const ENGLISH = [
  'The ministers of the two coastal republics met in Harbourtown on Monday and signed an agreement on fishing rights.',
  'Under the agreement, boats of both countries may fish in the strait from October to March, the ministry said in a statement.',
  'Fishermen in the northern villages had protested for weeks. They fear that larger boats will leave nothing for them.',
  'The opposition called the agreement a surrender and announced that it would vote against it in parliament next week.',
  'A first joint patrol is to leave the port before the end of the month, officials on both sides said.',
];

export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');
