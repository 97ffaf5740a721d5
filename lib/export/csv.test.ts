import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportWithEvidence, savedStory } from '../library/saved-story.testing';
import { storyAsCsv } from './csv';

/** Reads fields as a spreadsheet does: RFC 4180, with whichever separator its country uses. */
function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === separator || (sign === '\r' && text[at + 1] === '\n')) {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\r') {
        rows.push([]);
        at++;
      }
    } else field += sign;
  }
  return rows.slice(0, -1);
}

const rowsOf = (saved = savedStory(), languages = ['en']): string[][] => readCsv(storyAsCsv(saved, languages).slice(1));

describe('a story as CSV', () => {
  it('has one row a report', () => {
    const [head, ...rows] = rowsOf(savedStory(), ['hi']);
    expect(head?.join(' ')).toBe(
      'story title outlet language date address headline score relation aligned_words only_in_report only_in_article',
    );
    expect(rows).toEqual([
      [
        '2025-03-01-harbour-bridge-opens',
        'बंदरगाह का पुल खुला',
        'Subah',
        'hi',
        '2025-03-01',
        'https://subah.example/pul?id=1&p=2',
        '',
        '0.934',
        'same-event',
        'Zoë Ndiaye ↔ ज़ोई न्दियाये | Lagos ↔ लागोस',
        '',
        '',
      ],
      [
        '2025-03-01-harbour-bridge-opens',
        'बंदरगाह का पुल खुला',
        'الميناء',
        'ar',
        '',
        'https://mina.example/(1)',
        'الجسر',
        '0.934',
        'same-event',
        'Zoë Ndiaye ↔ زوي ندياي',
        '',
        '',
      ],
    ]);
  });

  it('says of a report what it has to itself, and what speaks for it, where that is known', () => {
    const [, row] = rowsOf(savedStory({ coverage: [reportWithEvidence()] }), ['hi']);
    expect(row?.slice(-3)).toEqual(['Lagos ↔ لاغوس', 'خفر السواحل', '40 lorries']);
  });

  it('begins with what tells a spreadsheet that it is UTF-8', () => {
    expect(storyAsCsv(savedStory(), [])).toMatch(/^\ufeffstory,/);
  });

  it('has a head where the story has no reports', () => {
    expect(rowsOf(savedStory({ coverage: [] }))).toHaveLength(1);
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', ' =1', '＝1', 'a; =1', 'a;\t+1'])(
    'holds no formula: %j',
    (outlet) => {
      const saved = savedStory({
        coverage: [{ outlet, lang: 'en', date: null, url: 'https://a.example/', headline: null }],
      });
      const cell = rowsOf(saved)[1]?.[2] ?? '';
      expect(cell).not.toMatch(/(?:^|;)\s*[=+\-@＝]/);
      expect(cell.replaceAll("'", '')).toBe(outlet);
      if (!outlet.startsWith('a')) expect(cell).toMatch(/^'/);
    },
  );

  it('keeps every text whole, and none of them begins a formula, whatever the separator', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; a1|') }),
    );
    fc.assert(
      fc.property(hostile, hostile, (outlet, headline) => {
        const url = 'https://a.example/';
        const saved = savedStory({ coverage: [{ outlet, lang: 'en', date: null, url, headline }] });
        const csv = storyAsCsv(saved, ['en']).slice(1);
        const rows = readCsv(csv);
        expect(rows).toHaveLength(2);
        const plain = (text: string | undefined): string => (text ?? '').replaceAll("'", '');
        expect(plain(rows[1]?.[2])).toBe(plain(outlet));
        expect(plain(rows[1]?.[6])).toBe(plain(headline));
        for (const field of [...rows, ...readCsv(csv, ';')].flat()) expect(field).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
