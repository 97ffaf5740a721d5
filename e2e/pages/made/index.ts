import { ARTICLES } from './articles/index';
import { plain } from './markup';
import { OTHERS } from './others/index';
import { expectedText, partsOf } from './page-parts';
import type { ArticleFixture, MadePage, OtherFixture } from './specification';
import { templateOf } from './templates/index';

function makeArticle(fixture: ArticleFixture): MadePage {
  const { name, story, template, dating, path = name } = fixture;
  const { html, omits } = templateOf(template);
  const parts = partsOf(fixture);
  const said = <T>(what: (typeof omits)[number], value: T): T | null => (omits.includes(what) ? null : value);
  return {
    name,
    path: `/made/${path}`,
    html: html(parts),
    expected: {
      kind: 'article',
      title: plain(story.headline),
      text: expectedText(story),
      lang: story.lang.replace(/-.*/, ''),
      publishedAt: dating.says,
      site: said('site', story.site),
      byline: said('byline', story.byline),
      section: said('section', story.section),
      ...(omits.includes('address') ? {} : { url: parts.address }),
      paywalled: false,
      live: false,
      ...fixture.expected,
    },
  };
}

function makeOther({ name, html, path = name, expected }: OtherFixture): MadePage {
  return { name, path: `/made/${path}`, html, expected: { text: '', publishedAt: null, byline: null, ...expected } };
}

/** Every made page. */
export const MADE_PAGES: readonly MadePage[] = [...ARTICLES.map(makeArticle), ...OTHERS.map(makeOther)];
