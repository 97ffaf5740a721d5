import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { nameOf, removeParts } from './page-parts';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { takeAll } from './steps';
import { Tracer } from './trace';

const TITLE = 'Two republics agree on fishing in the strait';

function textWithout(body: string): string {
  const document = parseDocument(newsPage({ title: TITLE, body }));
  takeAll(removeParts(document, document.querySelector('h1'), new Tracer(false)));
  return document.querySelector('article')?.textContent ?? '';
}

const named = (attributes: string) => {
  const element = parseDocument(`<body><div ${attributes}>x</div></body>`).querySelector('div');
  return element === null ? null : nameOf(element);
};

describe('nameOf', () => {
  it.each([
    ['class="article-share-bar"', 'share'],
    ['class="ArticleShareBar_x81"', 'share'],
    ['class="grid articleCaption"', 'caption'],
    ['id="newsletter_signup"', 'newsletter'],
    ['class="story__related-links"', 'related'],
    ['class="author-bio"', 'author'],
    ['role="dialog"', 'navigation'],
    ['class="visually-hidden"', 'unseen'],
  ])('hears what %s says', (attributes, name) => {
    expect(named(attributes)).toBe(name);
  });

  it.each([
    ['class="article-body"'],
    ['class="shareholder-meeting"'],
    ['class="article has-comments no-ads"'],
    ['class="commentary"'],
    [''],
  ])('hears nothing in "%s"', (attributes) => {
    expect(named(attributes)).toBeNull();
  });
});

describe('removeParts', () => {
  it('takes out what is named for something else than text', () => {
    const extra = ['share', 'newsletter-box', 'image-caption', 'tags', 'author-bio', 'ad-label', 'read-more']
      .map((name) => `<div class="${name}">Extra words.</div>`)
      .join('');
    expect(textWithout(paragraphs(ENGLISH) + extra)).not.toContain('Extra');
  });

  it('takes out what stands with fields to fill in, and no paragraph beside it', () => {
    const form =
      '<div><div><h3>Extra news</h3><p>Extra letters every day.</p></div><div><input type="email"></div></div>';
    const text = textWithout(`${paragraphs(ENGLISH.slice(0, 3))}${form}${paragraphs(ENGLISH.slice(3))}`);
    expect(text).not.toContain('Extra');
    for (const paragraph of ENGLISH) expect(text).toContain(paragraph);
    expect(textWithout(`<form><input type="hidden">${paragraphs(ENGLISH)}<input type="text"></form>`)).toContain(
      ENGLISH[4],
    );
  });

  it('leaves the article in a box that is named for something else', () => {
    for (const name of ['comment', 'newsletter', 'overlay', 'share']) {
      expect(textWithout(`<div class="${name}">${paragraphs(ENGLISH)}</div>`)).toContain(ENGLISH[4]);
      const each = ENGLISH.map((text) => `<p class="${name}">${text}</p>`).join('');
      expect(textWithout(each)).toContain(ENGLISH[2]);
      expect(textWithout(ENGLISH.map((text) => `<p class="ad">${text}</p>`).join(''))).toContain(ENGLISH[2]);
    }
  });

  it('leaves the headline where it stands', () => {
    const document = parseDocument(`<div class="overlay"><h1>${TITLE}</h1></div>${paragraphs(ENGLISH)}`);
    takeAll(removeParts(document, document.querySelector('h1'), new Tracer(false)));
    expect(document.querySelector('h1')?.textContent).toBe(TITLE);
  });
});
