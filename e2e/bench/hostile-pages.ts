/** Pages that mean harm, or were made by something that ran wild: a reading has to come to an end on each of them. */

const SENTENCE = 'The committee met again and the minister spoke about the harvest in the valley. ';
const ARTICLE = `<article><h1>A report about the harvest</h1>${`<p>${SENTENCE.repeat(5)}</p>`.repeat(12)}</article>`;

interface HostilePage {
  readonly name: string;
  readonly body: string | Buffer;
}

function page(content: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>A report about the harvest</title>${head}</head><body>${content}</body></html>`;
}

/**
 * A script that makes what no parser lets through: parsers stop nesting after some hundred levels. What nests that deep is
 * hidden, for Chromium itself ends where it has to lay it out.
 */
function made(script: string): string {
  return page(`${ARTICLE}<script>${script}</script>`);
}

const NEST = (levels: number, content: string): string => `
  let inner = document.createElement('p');
  inner.textContent = ${JSON.stringify(content)};
  for (let i = 0; i < ${levels}; i++) {
    const outer = document.createElement('div');
    outer.append(inner);
    inner = outer;
  }
  inner.hidden = true;
  document.body.append(inner);`;

const LD = (json: string): string => `<script type="application/ld+json">${json}</script>`;

export const HOSTILE_PAGES: readonly HostilePage[] = [
  {
    name: '10 MB of text',
    body: page(`<article><h1>Long</h1>${`<p>${SENTENCE.repeat(12)}</p>\n`.repeat(10_200)}</article>`),
  },
  { name: '10 MB in one paragraph', body: page(`<p>${SENTENCE.repeat(125_000)}</p>`) },
  { name: '10 MB in one word', body: page(`<p>${'a'.repeat(10_000_000)}</p>`) },
  {
    name: '100,000 nodes in a list',
    body: page(`${ARTICLE}<ul>${'<li><a href="/a">A headline of another report</a></li>'.repeat(50_000)}</ul>`),
  },
  { name: '100,000 nodes in boxes', body: page(ARTICLE + '<div><span>word</span></div>'.repeat(50_000)) },
  {
    name: '19,000 nodes, all links',
    body: page(`${ARTICLE}${'<a href="/a">A headline of another report</a> '.repeat(18_900)}`),
  },
  { name: '15,000 paragraphs, 190 levels', body: page('<div>'.repeat(190) + `<p>${SENTENCE}</p>`.repeat(15_000)) },
  { name: '5,000 levels', body: made(NEST(5_000, SENTENCE.repeat(10))) },
  { name: '50,000 open tags', body: page(`${'<div>'.repeat(50_000)}<p>${SENTENCE.repeat(10)}</p>`) },
  {
    name: '20 attributes of 1 MB',
    body: page(
      ARTICLE.replaceAll('<p>', `<p class="${'related share '.repeat(71_000)}">`) +
        `<div id="${'x'.repeat(1e6)}" style="${'display:none;'.repeat(80_000)}">x</div>`.repeat(4),
    ),
  },
  {
    name: 'meta tags of 1 MB',
    body: page(
      ARTICLE,
      ['og:title', 'description', 'og:site_name', 'author', 'article:published_time']
        .map((name) => `<meta property="${name}" content="${'words and '.repeat(100_000)}">`)
        .join(''),
    ),
  },
  {
    name: 'structured data of 10 MB',
    body: page(ARTICLE, LD(`{"@type":"NewsArticle","articleBody":${JSON.stringify(SENTENCE.repeat(125_000))}}`)),
  },
  {
    name: 'structured data 100,000 deep',
    body: page(ARTICLE, LD(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)),
  },
  {
    name: 'not UTF-8',
    body: Buffer.concat([
      Buffer.from(page(ARTICLE).replace('</body></html>', '')),
      Buffer.from(Array.from({ length: 2_000_000 }, (_, at) => (at % 9 === 0 ? 0x20 : 0x80 + ((at * 31) % 128)))),
    ]),
  },
  { name: 'UTF-16 as UTF-8', body: Buffer.from(page(ARTICLE.repeat(50)), 'utf16le') },
  {
    name: 'shadow roots in a ring',
    body: made(`
      let host = document.body;
      for (let i = 0; i < 2000; i++) {
        const box = document.createElement('div');
        const shadow = box.attachShadow({ mode: 'open' });
        shadow.innerHTML = '<p>${SENTENCE}</p><slot></slot>';
        host.append(box);
        host = i % 2 === 0 ? shadow : box;
      }`),
  },
  { name: '300 frames', body: page(ARTICLE + `<iframe srcdoc="<p>${SENTENCE}</p>"></iframe>`.repeat(300)) },
  {
    name: '40,000 forms and tables',
    body: page(ARTICLE + '<form><input></form><table><tr><td>1</td></tr></table>'.repeat(9_000)),
  },
];
