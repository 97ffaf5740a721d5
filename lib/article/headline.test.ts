import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { readHeadline } from './headline';
import { MetaTags } from './metadata';

interface Witnesses {
  tab?: string;
  og?: string;
  twitter?: string;
  ld?: string;
  site?: string;
  body?: string;
}

function titleOf({ tab = '', og, twitter, ld, site, body = '' }: Witnesses): string {
  const metas = Object.entries({ 'og:title': og, 'twitter:title': twitter })
    .map(([name, content]) => (content === undefined ? '' : `<meta property="${name}" content="${content}">`))
    .join('');
  const document = parseDocument(`<title>${tab}</title>${metas}<body>${body}</body>`);
  return readHeadline(document, new MetaTags(document), ld ?? null, site ?? null).title;
}

const TITLE = 'Two republics agree on fishing in the strait';

describe('readHeadline', () => {
  it.each<readonly [string, Witnesses]>([
    ['the outlet behind it', { tab: `${TITLE} - The Daily Example`, site: 'The Daily Example' }],
    ['section and outlet behind it', { tab: `${TITLE} | World | The Daily Example`, site: 'Daily Example', ld: TITLE }],
    [
      'outlet and day behind it',
      { tab: `${TITLE} – DE – 30.01.2024`, site: 'The DE Example', body: `<h1>${TITLE}</h1>` },
    ],
    [
      'an outlet that the page does not name',
      { tab: `${TITLE} — Some Paper`, og: `${TITLE} — Some Paper`, body: `<h1>${TITLE}</h1>` },
    ],
    [
      'a kicker in the heading',
      { tab: `${TITLE} | DE`, og: TITLE, body: `<h1><span>Fisheries</span> <span>${TITLE}</span></h1>` },
    ],
    ['a logo for a first heading', { og: TITLE, site: 'The Daily Example', body: '<h1>The Daily Example</h1>' }],
    ['a teaser of another story', { og: TITLE, body: '<h2><a href="/b">Another story that many people read</a></h2>' }],
    ['markup in an attribute', { og: TITLE.replace('fishing', '&lt;b&gt;fishing&lt;/b&gt;') }],
  ])('leaves out %s', (_, witnesses) => {
    expect(titleOf(witnesses)).toBe(TITLE);
  });

  it('takes what most places say over what the page is shared under', () => {
    const shared = 'You will not believe what the fishermen did';
    expect(titleOf({ og: shared, twitter: shared, ld: TITLE, tab: TITLE, body: `<h1>${TITLE}</h1>` })).toBe(TITLE);
  });

  it('takes what the page is shared under where no two places agree', () => {
    expect(titleOf({ og: TITLE, tab: 'Fish news of today', body: '<h1>Something else entirely</h1>' })).toBe(TITLE);
  });

  it('spells it as the page shows it, quotes and dashes included', () => {
    const shown = 'Ministers hail ‘historic’ deal – fishermen “furious”';
    const declared = 'Ministers hail &#39;historic&#39; deal - fishermen &quot;furious&quot;';
    expect(titleOf({ og: declared, tab: declared, body: `<h1>${shown}</h1>` })).toBe(shown);
  });

  it('reads the heading where the page declares nothing', () => {
    expect(titleOf({ body: `<h1>${TITLE}</h1>` })).toBe(TITLE);
    expect(titleOf({})).toBe('');
  });
});
