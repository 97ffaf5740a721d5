import { describe, expect, it } from 'vitest';
import { nextTranslation, type Translation, type TranslationEvent } from './translation';

const ORIGINAL: Translation = { step: 'original' };
const afterEvents = (...events: readonly TranslationEvent[]): Translation => events.reduce(nextTranslation, ORIGINAL);
const asked = { type: 'asked' } as const;
const loaded = (share: number): TranslationEvent => ({ type: 'loaded', share });
const translated = { type: 'translated', text: 'a' } as const;
const failed = { type: 'failed' } as const;

describe('a translation', () => {
  it('is loaded where something has to be, then made', () => {
    expect(afterEvents(asked)).toEqual({ step: 'translating' });
    expect(afterEvents(asked, loaded(0.4))).toEqual({ step: 'loading', share: 0.4 });
    expect(afterEvents(asked, loaded(0.4), loaded(1))).toEqual({ step: 'translating' });
    expect(afterEvents(asked, loaded(0.4), translated)).toEqual({ step: 'translated', text: 'a' });
  });

  it('can be asked for again after it has failed, and not while it goes on or is there', () => {
    expect(afterEvents(asked, loaded(0.4), failed)).toEqual({ step: 'failed' });
    expect(afterEvents(asked, failed, asked)).toEqual({ step: 'translating' });
    expect(afterEvents(asked, loaded(0.4), asked)).toEqual({ step: 'loading', share: 0.4 });
    expect(afterEvents(asked, translated, asked)).toEqual({ step: 'translated', text: 'a' });
  });

  it('is not changed by what comes too late, or was not asked for', () => {
    expect(afterEvents(asked, translated, loaded(0.9), failed)).toEqual({ step: 'translated', text: 'a' });
    expect(afterEvents(asked, failed, loaded(0.9))).toEqual({ step: 'failed' });
    expect(afterEvents(translated)).toEqual(ORIGINAL);
  });
});
