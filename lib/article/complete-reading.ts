import { resolvePublishedAt } from './dates';
import { withoutFurniture } from './furniture';
import { detectLanguage } from './language';
import { Tracer } from './trace';
import type { PageReading, ReadPage } from './types';

/** How much text the language is told from; more does not change the answer. */
const LANGUAGE_SAMPLE = 4000;

/** Turns what was read off a page into what is understood of it. Strings only: runs wherever the tables are. */
export function completeReading(reading: PageReading): ReadPage {
  const { kind, title, site, paragraphs, declaredLang } = reading;
  const tracer = new Tracer(reading.trace !== undefined, reading.trace);
  const text = withoutFurniture(paragraphs, tracer).join('\n');
  const sample = `${title}\n${text.slice(0, LANGUAGE_SAMPLE)}`;
  const lang = detectLanguage(sample, declaredLang);
  const url = reading.canonicalUrl ?? reading.url;
  if (kind !== 'article')
    return { kind, title, text: '', lang, publishedAt: null, site, byline: null, url, ...tracer.result() };
  const publishedAt = resolvePublishedAt(reading.dates, { lang });
  const { byline, section, image, paywalled, live, coarse } = reading;
  const about = { title, text, lang, publishedAt, site, byline, url, section, image, paywalled, live, coarse };
  return { kind, ...about, ...tracer.result() };
}
