/** The browser's own translator, where it has one: Chrome's `Translator`, which works on the device. Never promised. */

/** What is used of https://developer.mozilla.org/docs/Web/API/Translator; not in the types of TypeScript. */
export interface TranslatorApi {
  availability(pair: LanguagePair): Promise<string>;
  create(options: CreateOptions): Promise<PairTranslator>;
}

interface LanguagePair {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

interface CreateOptions extends LanguagePair {
  readonly signal: AbortSignal;
  readonly monitor: (monitor: EventTarget) => void;
}

interface PairTranslator {
  translate(text: string): Promise<string>;
}

/** Why a text could not be translated. */
export class TranslatorError extends Error {
  override readonly name = 'TranslatorError';
  constructor(
    readonly code: 'timeout' | 'failed',
    detail: string,
  ) {
    super(detail);
  }
}

/** How long is waited, in milliseconds. */
export interface TranslatorLimits {
  /** Without any progress: a download may take its time, but some never begin. */
  readonly load: number;
  readonly translate: number;
}

const LIMITS: TranslatorLimits = { load: 60_000, translate: 10_000 };

/** A text in one language. */
interface Text {
  readonly lang: string;
  readonly text: string;
}

/** Translates texts, with one instance kept for each pair of languages. */
export interface DeviceTranslator {
  offers(from: string, to: string): Promise<boolean>;
  translate(text: Text, to: string, onProgress: (share: number) => void): Promise<string>;
}

/** The translator of this browser; null where it has none. */
export function browserTranslator(): DeviceTranslator | null {
  const api: unknown = Reflect.get(globalThis, 'Translator');
  return isTranslatorApi(api) ? createTranslator(api) : null;
}

function isTranslatorApi(api: unknown): api is TranslatorApi {
  if (typeof api !== 'function' && (typeof api !== 'object' || api === null)) return false;
  return typeof Reflect.get(api, 'availability') === 'function' && typeof Reflect.get(api, 'create') === 'function';
}

/** Makes a translator over a browser's interface. */
export function createTranslator(api: TranslatorApi, limits: TranslatorLimits = LIMITS): DeviceTranslator {
  const offered = new Map<string, Promise<boolean>>();
  const loaded = new Map<string, Promise<PairTranslator>>();

  const load = (pair: LanguagePair, onProgress: (share: number) => void): Promise<PairTranslator> =>
    remember(loaded, keyOf(pair), () => loadPair(api, pair, limits.load, onProgress));

  return {
    offers(from, to) {
      const pair = pairOf(from, to);
      if (pair.sourceLanguage === pair.targetLanguage) return Promise.resolve(false);
      const ask = (): Promise<string> => within(limits.translate, api.availability(pair));
      return remember(offered, keyOf(pair), () => ask().then((answer) => answer !== 'unavailable')).catch(() => false);
    },
    async translate({ lang, text }, to, onProgress) {
      const pair = pairOf(lang, to);
      try {
        const translator = await load(pair, onProgress);
        return await within(limits.translate, translator.translate(text));
      } catch (error) {
        // An instance that does not answer is not asked again.
        loaded.delete(keyOf(pair));
        throw error instanceof TranslatorError ? error : new TranslatorError('failed', String(error));
      }
    },
  };
}

/** What a key stands for, made once; a failure is not remembered. */
function remember<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  fresh.catch(() => made.delete(key));
  return fresh;
}

/** Opens the translator of a pair, given up on where nothing is heard of it for too long. */
function loadPair(
  api: TranslatorApi,
  pair: LanguagePair,
  limitMs: number,
  onProgress: (share: number) => void,
): Promise<PairTranslator> {
  const abort = new AbortController();
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        reject(new TranslatorError('timeout', `Nothing was loaded for ${limitMs / 1000} s`));
        abort.abort();
      }, limitMs);
    };
    const monitor = (target: EventTarget): void =>
      target.addEventListener('downloadprogress', (event) => {
        if (abort.signal.aborted) return;
        wait();
        if ('loaded' in event && typeof event.loaded === 'number') onProgress(event.loaded);
      });
    wait();
    api
      .create({ ...pair, signal: abort.signal, monitor })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Rejects where a promise has not settled in time. */
function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TranslatorError('timeout', `${limitMs / 1000} s`)), limitMs);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function pairOf(from: string, to: string): LanguagePair {
  return { sourceLanguage: languageOf(from), targetLanguage: languageOf(to) };
}

/** The language as these interfaces name it: without region, but Chinese by its script. */
function languageOf(tag: string): string {
  return /^zh[-_](?:hant|tw|hk|mo)/i.test(tag) ? 'zh-Hant' : (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
}

function keyOf({ sourceLanguage, targetLanguage }: LanguagePair): string {
  return `${sourceLanguage} ${targetLanguage}`;
}
