import { expect, it } from 'vitest';
import { reportWithEvidence, savedStory } from '../library/saved-story.testing';
import { type ExportWords, storyAsMarkdown } from './markdown';

const words: ExportWords = {
  text: (key, ...substitutions) => [key, ...substitutions].join(' '),
  date: (iso) => iso.slice(0, 10),
  languageName: (tag) => `<${tag}>`,
};
const markdown = (languages: string[], saved = savedStory()): string =>
  storyAsMarkdown(saved, { languages, words, confidence: 'very likely, 93 %' });

it('has the title, the article, the reports by language, the words and the differences', () => {
  expect(markdown(['hi', 'en'])).toBe(`# बंदरगाह का पुल खुला

2025-03-01 · very likely, 93 %

readFrom [A bridge for the harbour](https://daily.example/bridge) · The Daily Example · 2025-03-01

## \\<hi\\>

- [Subah](https://subah.example/pul?id=1&p=2) · 2025-03-01

## \\<ar\\>

افتتاح جسر الميناء

- [الميناء](https://mina.example/%281%29) · noDate · الجسر

## whyMatched

- Zoë Ndiaye ↔ ज़ोई न्दियाये
- Lagos ↔ लागोस

## onlyThere

- तटरक्षक

## onlyHere

- 40 lorries
`);
});

it("begins with the reader's languages, and speaks of what there is only", () => {
  const bare = savedStory({ why: [], differences: { onlyHere: [], onlyThere: [] } });
  const text = markdown(['ar'], bare);
  expect(text).toMatch(/^# افتتاح/);
  expect(text.indexOf('\\<ar\\>')).toBeLessThan(text.indexOf('\\<hi\\>'));
  expect(text).not.toMatch(/whyMatched|onlyThere|onlyHere/);
});

it('says below a report what it has to itself, where that is known', () => {
  expect(markdown(['en'], savedStory({ coverage: [reportWithEvidence()] }))).toContain(
    `- [الساحل](https://sahil.example/1) · 2025-03-01 · افتتاح الجسر
  - onlyInReport: خفر السواحل
  - onlyInArticle: 40 lorries
`,
  );
});

it('shows a word in another language where the reader knows none', () => {
  expect(markdown(['zh'])).toContain('- Zoë Ndiaye ↔ ज़ोई न्दियाये\n');
});

it('lets no title become markup', () => {
  const hostile = savedStory({ titles: { en: 'x](javascript:alert(1))\n# y' } });
  expect(markdown(['en'], hostile)).toMatch(/^# x\\\]\(javascript:alert\(1\)\) \\# y\n/);
});
