/** The readable table of `match FILE.html`. */
import type { ReadPage } from '../article/types';
import type { Fingerprinter } from '../fingerprint/fingerprint';
import type { ArticleIndex } from '../index/article-index';
import { type MatchSubject, matchArticles } from '../match/articles';
import { differencesOf } from '../match/differences';
import { findStories } from '../match/stories';
import type { Aligned, IndexFacts, StoryMatch } from '../match/types';
import type { OpenIndex } from './open-index';

const PAIRS = 5;
const PER_LANGUAGE = 5;
const DIFFERENCES = 6;

/** What was read and what was found, as lines for a terminal. Nothing of relation "none" is shown. */
export function renderTable(
  page: ReadPage,
  { stories: known, articles: index }: OpenIndex,
  fingerprinter: Fingerprinter,
): string {
  if (page.kind !== 'article') {
    return `${page.title || '(no title)'}\nThis page is not an article: it looks like ${KIND_WORDS[page.kind]}.\n`;
  }
  const head = [page.title, [page.lang, page.publishedAt ?? 'no date', page.site ?? ''].filter(Boolean).join(' · ')];
  const subject = {
    id: null,
    url: page.url,
    publishedAt: page.publishedAt,
    fingerprint: fingerprinter.fingerprint(page),
  };
  const stories = known ? findStories(known, subject) : [];
  const articles = index ? articleLines(index, subject) : [];
  const same = stories.filter((story) => story.relation === 'same-event');
  const lines = [
    ...same.flatMap((story) => storyLines('Same event', story)),
    ...section(stories, 'background', 'Background'),
    ...section(stories, 'related', 'Related'),
    ...articles,
  ];
  const facts = known?.facts ?? index?.facts;
  if (lines.length === 0 && facts) lines.push(nothingFound(facts));
  return `${[...head, '', ...lines].join('\n')}\n`;
}

const KIND_WORDS: Readonly<Record<Exclude<ReadPage['kind'], 'article'>, string>> = {
  video: 'a video page',
  gallery: 'a gallery of pictures',
  home: 'a home page',
  section: 'a section page',
  search: 'search results',
  shop: 'a page of a shop',
  forum: 'a forum',
  pdf: 'a PDF viewer',
  login: 'a page behind a login',
  error: 'an error page',
  empty: 'an empty page',
  other: 'something else',
};

function storyLines(label: string, story: StoryMatch): string[] {
  const lines = [`${label} · ${percent(story.score)} · ${story.date} · ${story.titles.en ?? story.id}`];
  if (story.why.length > 0) lines.push(`  why: ${words(story.why)}`);
  for (const report of [...story.coverage].sort((a, b) => (a.lang < b.lang ? -1 : 1))) {
    const headline = report.headline ?? story.titles[report.lang] ?? '';
    lines.push(
      `  ${report.lang.padEnd(4)}${(report.date ?? '').padEnd(12)}${report.outlet}  ${headline}`,
      `      ${report.url}`,
    );
  }
  return [...lines, ''];
}

function section(stories: readonly StoryMatch[], relation: StoryMatch['relation'], label: string): string[] {
  const found = stories.filter((story) => story.relation === relation);
  return found.map((story) => `${label} · ${story.date} · ${story.titles.en ?? story.id}`);
}

function articleLines(index: ArticleIndex, subject: MatchSubject): string[] {
  const matches = matchArticles(index, subject, { perLanguage: PER_LANGUAGE, sameLanguage: true });
  return matches
    .filter((match) => match.relation !== 'none')
    .flatMap(({ number, document, score, relation, why, contradictions }) => {
      const date = document.date?.slice(0, 10) ?? '';
      const outlet = document.site ?? (document.url && URL.canParse(document.url) ? new URL(document.url).host : '');
      const title = Object.values(document.titles)[0] ?? '';
      const row = [
        document.lang.padEnd(4),
        date.padEnd(11),
        outlet,
        title,
        percent(score),
        [relation, ...contradictions].join(', '),
        words(why),
      ].join('  ');
      return relation === 'same-event' ? [row, ...differenceLines(index, subject, number)] : [row];
    });
}

/** What only this article tells, and what only the other one does. */
function differenceLines(index: ArticleIndex, { fingerprint }: MatchSubject, number: number): string[] {
  const { onlyHere, onlyThere } = differencesOf(index, fingerprint, number);
  const list = (some: typeof onlyHere): string =>
    some
      .slice(0, DIFFERENCES)
      .map(({ forms: [form] }) => form?.text)
      .join(', ');
  const lines: string[] = [];
  if (onlyHere.length > 0) lines.push(`      only here: ${list(onlyHere)}`);
  if (onlyThere.length > 0) lines.push(`      only there: ${list(onlyThere)}`);
  return lines;
}

function words(why: readonly Aligned[]): string {
  const pairs = why
    .slice(0, PAIRS)
    .map(
      ({ here, there }) => `${here.text} ↔ ${there.find((f) => f.lang !== here.lang)?.text ?? there[0]?.text ?? ''}`,
    );
  return pairs.join(', ');
}

/** Never 100: a probability is no certainty. */
function percent(score: number): string {
  return `${Math.min(99, Math.round(score * 100))} %`;
}

function nothingFound(facts: IndexFacts): string {
  const days = facts.from === null ? 'no day' : `${facts.from} to ${facts.to}`;
  return `Nothing found. The index covers ${days}, ${facts.stories + facts.articles} entries in ${facts.languages.join(' ') || 'no language'}.`;
}
