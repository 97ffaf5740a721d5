import { isSameLanguage } from '../languages/base-language';
import { firstIn, titleIn } from '../languages/first-in';
import type { SavedStory } from '../library/saved-story';
import type { Aligned, Difference, Report } from '../match/types';
import { escapeMarkdown, linkMarkdown } from './markdown-text';
import { reportsByLanguage } from './reports-by-language';

/** Texts, dates and names as the interface language writes them. */
export interface ExportWords {
  text(
    key:
      | 'readFrom'
      | 'noDate'
      | 'untitled'
      | 'whyMatched'
      | 'onlyThere'
      | 'onlyHere'
      | 'onlyInReport'
      | 'onlyInArticle',
    ...substitutions: readonly string[]
  ): string;
  date(iso: string): string;
  languageName(tag: string): string;
}

type Form = Difference['forms'][number];

interface MarkdownOptions {
  /** Languages the reader reads, most wanted first. */
  readonly languages: readonly string[];
  readonly words: ExportWords;
  /** How sure the match is, in words. */
  readonly confidence: string;
}

/** A story with its coverage as Markdown: title, day, reports by language, the words that aligned, the differences. */
export function storyAsMarkdown({ page, story }: SavedStory, options: MarkdownOptions): string {
  const { languages, words, confidence } = options;
  const title = titleIn(story.titles, languages)?.text ?? words.text('untitled');
  const from = [
    words.text('readFrom', linkMarkdown(page.title || words.text('untitled'), page.url)),
    ...(page.site === null ? [] : [escapeMarkdown(page.site)]),
    page.publishedAt === null ? words.text('noDate') : words.date(page.publishedAt),
  ];
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    `${words.date(story.date)} · ${confidence}`,
    from.join(' · '),
    ...reportsByLanguage(story.coverage, languages).flatMap(({ lang, reports }) => {
      const own = story.titles[lang];
      return [
        `## ${escapeMarkdown(words.languageName(lang))}`,
        ...(own === undefined || own === title ? [] : [escapeMarkdown(own)]),
        reports.map((report) => reportLines(report, options).join('\n')).join('\n'),
      ];
    }),
    ...section(words.text('whyMatched'), story.why, (pair) => pairLine(pair, languages)),
    ...section(words.text('onlyThere'), story.differences.onlyThere, (one) => differenceLine(one, languages)),
    ...section(words.text('onlyHere'), story.differences.onlyHere, (one) => differenceLine(one, languages)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  return [`## ${title}`, items.map((item) => `- ${line(item)}`).join('\n')];
}

/** A report, and below it what only it or only the article tells. */
function reportLines(
  { outlet, url, date, headline, evidence }: Report,
  { words, languages }: MarkdownOptions,
): string[] {
  const parts = [linkMarkdown(outlet, url), date === null ? words.text('noDate') : words.date(date)];
  const line = [...parts, ...(headline === null ? [] : [escapeMarkdown(headline)])].join(' · ');
  const below = (title: string, side: readonly Difference[] = []): string[] =>
    side.length === 0 ? [] : [`  - ${title}: ${side.map((one) => differenceLine(one, languages)).join(', ')}`];
  return [
    `- ${line}`,
    ...below(words.text('onlyInReport'), evidence?.differences.onlyThere),
    ...below(words.text('onlyInArticle'), evidence?.differences.onlyHere),
  ];
}

/** The article's word, then the reader's languages' words for the same; another's where the reader's have none. */
function pairLine({ here, there }: Aligned, languages: readonly string[]): string {
  const own = languages.flatMap((lang) => there.filter((form) => isSameLanguage(form.lang, lang)));
  const shown = own.length > 0 ? own : [wordIn(there, languages)];
  const forms = [...new Set(shown.map(({ text }) => text))].filter((text) => text !== '');
  return [here.text, ...forms].map(escapeMarkdown).join(' ↔ ');
}

function differenceLine({ forms }: Difference, languages: readonly string[]): string {
  return escapeMarkdown(wordIn(forms, languages).text);
}

function wordIn(forms: readonly Form[], languages: readonly string[]): Form {
  return firstIn(forms, languages) ?? { lang: 'und', text: '' };
}
