import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { ldText, mainArticle, readJsonLd } from './json-ld';

const nodes = (...scripts: string[]) =>
  readJsonLd(parseDocument(scripts.map((s) => `<script type="application/ld+json">${s}</script>`).join('')));
const headline = (...scripts: string[]) => ldText(mainArticle(nodes(...scripts))?.get('headline'));

describe('readJsonLd', () => {
  it('finds the article in graphs, lists and nested nodes, under any of its types', () => {
    expect(headline('{"@graph":[{"@type":"WebPage"},{"@type":["Thing","NewsArticle"],"headline":"A"}]}')).toBe('A');
    expect(
      headline('[{"@type":"Organization"},{"@type":"https://schema.org/ReportageNewsArticle","headline":"B"}]'),
    ).toBe('B');
    expect(headline('{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":{"@value":"C"}}}')).toBe('C');
  });

  it('does not take a teaser in a list for the article', () => {
    const list =
      '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Teaser","datePublished":"2025-01-01"}]}';
    expect(headline(list)).toBeNull();
    expect(headline(list, '{"@type":"NewsArticle","headline":"Own"}')).toBe('Own');
  });

  it('reads what is nearly JSON, and skips what is not', () => {
    expect(headline('<!-- {"@type":"NewsArticle","headline":"In a comment"} -->')).toBe('In a comment');
    expect(headline('{"@type":"NewsArticle","headline":"Two\nlines",};')).toBe('Two lines');
    expect(headline('{"@type":', 'null', '7', '{"@type":"NewsArticle","headline":"Last"}')).toBe('Last');
  });

  it('is neither polluted nor exhausted', () => {
    nodes('{"@type":"NewsArticle","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(mainArticle(nodes('{"@type":"NewsArticle"}'))?.get('toString')).toBeUndefined();
    expect(nodes(`${'{"@type":"Thing","about":'.repeat(3000)}1${'}'.repeat(3000)}`).length).toBeLessThan(20);
  });
});
