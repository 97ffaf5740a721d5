import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserTranslator, createTranslator, type TranslatorApi } from './translator';

const HINDI = { lang: 'hi-IN', text: 'नमस्ते' };
const nothing = (): void => {};

/** An interface like a browser's, whose download is steered by the test. */
function fakeApi(over: Partial<TranslatorApi> = {}) {
  const monitors: EventTarget[] = [];
  const api: TranslatorApi = {
    availability: vi.fn(async () => 'available'),
    create: vi.fn(async ({ monitor, sourceLanguage, targetLanguage }) => {
      const target = new EventTarget();
      monitor(target);
      monitors.push(target);
      return { translate: async (text: string) => `${text} (${sourceLanguage} to ${targetLanguage})` };
    }),
    ...over,
  };
  const progress = (loaded: number): void => {
    for (const target of monitors) target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
  };
  return { api, progress, monitors };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the browser’s translator', () => {
  it('is none where the browser has none, or something else of that name', () => {
    expect(browserTranslator()).toBeNull();
    vi.stubGlobal('Translator', { translate: nothing });
    expect(browserTranslator()).toBeNull();
    vi.stubGlobal(
      'Translator',
      Object.assign(() => {}, { availability: nothing, create: nothing }),
    );
    expect(browserTranslator()).not.toBeNull();
  });

  it('offers what may be had, and asks once for a pair of languages', async () => {
    const { api } = fakeApi({
      availability: vi.fn(async ({ sourceLanguage }) => (sourceLanguage === 'hi' ? 'downloadable' : 'unavailable')),
    });
    const translator = createTranslator(api);
    expect(await translator.offers('hi-IN', 'en')).toBe(true);
    expect(await translator.offers('hi', 'en')).toBe(true);
    expect(await translator.offers('xx', 'en')).toBe(false);
    expect(api.availability).toHaveBeenCalledTimes(2);
    expect(await translator.offers('en-GB', 'en')).toBe(false);
  });

  it('offers nothing where the browser does not answer or throws', async () => {
    const silent = createTranslator(fakeApi({ availability: () => new Promise(nothing) }).api);
    const answer = silent.offers('hi', 'en');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toBe(false);
    const refusing = createTranslator(fakeApi({ availability: () => Promise.reject(new TypeError('no')) }).api);
    expect(await refusing.offers('hi', 'en')).toBe(false);
  });

  it('keeps one instance for a pair', async () => {
    const { api } = fakeApi();
    const translator = createTranslator(api);
    expect(await translator.translate(HINDI, 'en', nothing)).toBe('नमस्ते (hi to en)');
    await translator.translate(HINDI, 'en', nothing);
    await translator.translate(HINDI, 'zh-TW', nothing);
    expect(api.create).toHaveBeenCalledTimes(2);
    expect(api.create).toHaveBeenLastCalledWith(expect.objectContaining({ targetLanguage: 'zh-Hant' }));
  });

  it('waits for a download as long as it goes on, and then tries anew when asked', async () => {
    const { api, progress, monitors } = fakeApi();
    const never = vi.fn<TranslatorApi['create']>(({ monitor }) => {
      const target = new EventTarget();
      monitor(target);
      monitors.push(target);
      return new Promise(nothing);
    });
    const translator = createTranslator({ ...api, create: never });
    const shares: number[] = [];
    const outcome = translator.translate(HINDI, 'en', (share) => shares.push(share)).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(50_000);
    progress(0.3);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(never.mock.lastCall?.[0].signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toMatchObject({ name: 'TranslatorError', code: 'timeout' });
    expect(never.mock.lastCall?.[0].signal.aborted).toBe(true);
    progress(0.9); // too late to be told
    expect(shares).toEqual([0.3]);

    void translator.translate(HINDI, 'en', nothing).catch(nothing);
    await vi.advanceTimersByTimeAsync(0);
    expect(never).toHaveBeenCalledTimes(2);
  });

  it('gives up on an instance that does not answer, and makes another when asked again', async () => {
    const { api } = fakeApi({ create: vi.fn(async () => ({ translate: () => new Promise<string>(nothing) })) });
    const translator = createTranslator(api);
    const outcome = translator.translate(HINDI, 'en', nothing).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toMatchObject({ code: 'timeout' });
    void translator.translate(HINDI, 'en', nothing).catch(nothing);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(api.create).toHaveBeenCalledTimes(2);
  });

  it('says plainly that it failed', async () => {
    const { api } = fakeApi({ create: () => Promise.reject(new DOMException('x', 'NotAllowedError')) });
    await expect(createTranslator(api).translate(HINDI, 'en', nothing)).rejects.toMatchObject({ code: 'failed' });
  });
});
