import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { damaged } from './damages.testing';
import { htmlToText, tidyLines } from './html-text';
import { INPUTS, itemsOf } from './samples.testing';
import { FORMATS, InputFault } from './types';

describe('damaged inputs', () => {
  it.each(FORMATS)('of %s give articles or faults with names, never an end', async (format) => {
    await fc.assert(
      fc.asyncProperty(damaged(INPUTS[format]()), fc.integer({ min: 1, max: 2000 }), async (bytes, size) => {
        const items = await itemsOf(bytes, size).catch((error: unknown) => {
          // What is no longer of any format is refused as a whole.
          if (error instanceof InputFault && error.what !== '') return null;
          throw error;
        });
        for (const item of items ?? []) {
          if (item.kind === 'problem') expect(item.problem.what).not.toBe('');
          if (item.kind === 'article') expect(item.article.id).not.toBe(undefined);
          if (item.kind === 'article' && format !== 'articles') expect(item.article.title).not.toBe('');
        }
      }),
      { numRuns: runsOf(FUZZ_SAMPLE) },
    );
  });

  it('of the markup within an item give lines of text', () => {
    const markup =
      '<p>One &amp; two<br>three</p><ul><li>a</li></ul><script>x()</script><a href="/b">b</a><![CDATA[c]]>';
    fc.assert(
      fc.property(damagedText([markup]), (html) => {
        const text = htmlToText(html, 'https://daily.example/a');
        expect(tidyLines(text)).toBe(text);
      }),
      { numRuns: runsOf(FUZZ_SAMPLE) },
    );
  });

  it.each(FORMATS)('of %s that are cut in an item say so', async (format) => {
    const bytes = INPUTS[format]();
    const whole = await itemsOf(bytes);
    // In the middle of the last item, whatever the format writes around it.
    const at = Math.floor(bytes.length * (format === 'opml' ? 0.7 : 0.88));
    const cut = await itemsOf(bytes.subarray(0, at));
    expect(cut.filter(({ kind }) => kind === 'article').length).toBeLessThanOrEqual(
      whole.filter(({ kind }) => kind === 'article').length,
    );
    expect(cut.filter(({ kind }) => kind === 'problem')).toHaveLength(1);
  });
});
