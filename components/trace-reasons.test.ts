import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { traceReason } from './trace-reasons';

/** The rules that docs/reading.md lists, with the step that they belong to. */
const page = readFileSync(new URL('../docs/reading.md', import.meta.url), 'utf8');
const rules = page.split('\n').flatMap((line) => {
  const [, step = '', names = ''] = line.split('|');
  return [...names.matchAll(/`([a-z-]+)`/g)].map((match) => ({ step: step.trim(), rule: match[1] ?? '' }));
});

describe('the reasons of a trace', () => {
  it('are known for every rule that is written down', () => {
    expect(rules.length).toBeGreaterThan(30);
    for (const { step, rule } of rules) {
      const reasons = [traceReason({ action: 'removed', rule }), traceReason({ action: 'added', rule })];
      const own = reasons.filter((reason) => reason !== null && reason !== 'traceWhyNamed');
      expect(own.length > 0, rule).toBe(step !== 'named parts go' && step !== 'forms go');
    }
  });

  it('are not made up for a rule that nobody knows', () => {
    expect(traceReason({ action: 'added', rule: 'toString' })).toBe(null);
  });
});
