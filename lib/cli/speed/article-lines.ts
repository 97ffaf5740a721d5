/** Synthetic articles as JSON lines with text, for measuring how quickly an index is built. */
import { type CorpusOptions, generateArticles, type SyntheticArticle, Vocabulary } from './corpus';
import { createRandom, type Random } from './random';
import { formOf } from './words';

/** Characters of a text. */
const LENGTH = 2000;
/** Of its words those that say nothing, and those that the article is about. */
const FUNCTION_WORDS = 0.4;
const OWN_WORDS = 0.2;
const SENTENCE = 14;
const PARAGRAPH = 4;

/** The commonest words of each language. */
const COMMONEST: Readonly<Record<string, string>> = {
  es: 'de la que el en y a los',
  hi: 'के में की है को से का और',
  ru: 'в и на не что с по за',
  bn: 'এই ও করে থেকে না এবং তার জন্য',
  en: 'the of and to in a that is',
  ar: 'في من على أن إلى التي عن مع',
  fr: 'de la le et les des en un',
  de: 'der die und in den von zu mit',
  zh: '的 在 是 了 和 有',
  it: 'di che la il e un per in',
  ur: 'کے میں کی ہے کو سے کا اور',
  pt: 'de a que o e do da em',
  uk: 'в і на не що з до за',
  bg: 'на и в се да за от с',
  ja: 'の に は を と が',
  ta: 'ஒரு என்று இந்த மற்றும் அந்த',
};
const FULL_STOP: Readonly<Record<string, string>> = { zh: '。', ja: '。', hi: '।', bn: '।', ur: '۔' };

/** A line for each article, its newline included. */
export function* generateLines(corpus: CorpusOptions): Generator<string> {
  const vocabulary = new Vocabulary(corpus.seed);
  for (const article of generateArticles(corpus)) {
    const { id, lang, title, url, site, date } = article;
    const text = textOf(article, vocabulary, createRandom(corpus.seed, 'text', article.number));
    yield `${JSON.stringify({ id, lang, title, text, url, site, publishedAt: date })}\n`;
  }
}

function textOf({ lang, terms }: SyntheticArticle, vocabulary: Vocabulary, random: Random): string {
  const own = terms.flatMap(({ forms }) => forms.map(({ text }) => text));
  const common = (COMMONEST[lang] ?? '').split(' ');
  const space = lang === 'zh' || lang === 'ja' ? '' : ' ';
  let text = '';
  for (let word = 1; text.length < LENGTH; word++) {
    const source = random();
    if (source < FUNCTION_WORDS) text += common[Math.floor(random() * common.length)] ?? '';
    else if (source < FUNCTION_WORDS + OWN_WORDS) text += own[Math.floor(random() * own.length)] ?? '';
    else text += formOf(vocabulary.draw(random), lang, random() < 0.2);
    if (word % SENTENCE !== 0) text += space;
    else text += (FULL_STOP[lang] ?? '.') + (word % (SENTENCE * PARAGRAPH) === 0 ? '\n' : space);
  }
  return text.slice(0, LENGTH);
}
