import type { FoundStory, Report, ReportEvidence } from '../../lib/match/types';
import type { Failure } from '../../lib/platform/result';
import type { TabState } from '../../lib/platform/schemas';
import { asReadState, type ReadState, stateOf } from './panel-tab';
import type { Session } from './session';

/** Which reading of which page: none of a real one. */
export const reading = { readId: 'r', address: null };
/** The state of a tab whose reading failed. */
export const failedWith = (code: Failure['code']): TabState => ({
  ...reading,
  status: 'failed',
  failure: { code, detail: 'stories.bin: wrong checksum' },
});

/** What was compared of a report by itself. */
const evidenceIn = (lang: string): ReportEvidence => ({
  why: [
    { kind: 'name', here: { lang: 'hi', text: 'पुतिन' }, there: [{ lang, text: 'Putin' }], weight: 0.6 },
    { kind: 'concept', here: { lang: 'hi', text: 'पत्र' }, there: [{ lang, text: 'letter' }], weight: 0.4 },
  ],
  differences: {
    onlyThere: [{ kind: 'name', forms: [{ lang, text: 'Peskov' }], weight: 2 }],
    onlyHere: [{ kind: 'place', forms: [{ lang: 'hi', text: 'इस्तांबुल' }], weight: 1 }],
  },
});

/** Reports as feeds give them: with a headline, in scripts of both directions, at a moment. */
const HEADLINES: readonly Report[] = [
  ['en', 'The Quayside Courier', 'Araghchi meets Putin in Moscow with a letter from Khamenei', '2025-06-23T14:00:00Z'],
  ['ur', 'روزنامہ نمونہ', 'عراقچی کی ماسکو میں پوتن سے ملاقات، خامنہ ای کا خط پیش', '2025-06-22T20:00:00Z'],
  ['bn', 'নমুনা সংবাদ', 'মস্কোয় পুতিনের সঙ্গে আরাগচির বৈঠক, খামেনির চিঠি হস্তান্তর', '2025-06-26'],
].map(([lang = '', outlet = '', headline = '', date = ''], at) => ({
  outlet,
  lang,
  date,
  url: `https://outlet-${at}.example/letter`,
  headline,
  origin: 'feed',
  headlineOnly: true,
  evidence: evidenceIn(lang),
}));

/** One report on each of so many days that not all of them fit beside each other. */
const DAYS: readonly Report[] = Array.from({ length: 14 }, (_, at) => ({
  outlet: `Daily ${at}`,
  lang: 'bn',
  date: `2025-06-${at + 10}`,
  url: `https://daily-${at}.example/letter`,
  headline: null,
}));

/** The same page, with something else found for its event. */
function withStory({ findings, ...state }: ReadState, change: (story: FoundStory) => Partial<FoundStory>): ReadState {
  if (findings === null) throw new Error('Nothing was found');
  const sameEvent = findings.sameEvent.map((story) => ({ ...story, ...change(story) }));
  return asReadState({ ...state, findings: { ...findings, sameEvent, related: findings.background } });
}

export type StateName = keyof Awaited<ReturnType<typeof everyState>>;

/** Every state of the panel that a page can bring about. */
export async function everyState(session: Session) {
  const found = await stateOf(session, '/sample-hi.html');
  const live = withStory(found, ({ coverage }) => ({ coverage: [...HEADLINES, ...coverage] }));
  const facts = {
    feeds: 3,
    subscriptions: 1,
    articles: 90,
    readAt: '2025-06-23T15:00:00Z',
    failing: ['Herald'],
    paused: true,
  };
  const many = HEADLINES.flatMap((report) =>
    Array.from({ length: 20 }, (_, at) => ({ ...report, url: `${report.url}/${at}` })),
  );
  return {
    unread: { status: 'left' },
    reading: { ...reading, status: 'reading' },
    'no article': { ...found, page: { ...found.page, kind: 'video' }, findings: null },
    failed: failedWith('index'),
    refused: failedWith('store-page'),
    nothing: await stateOf(session, '/nothing.html'),
    before: await stateOf(session, '/later-en.html'),
    known: withStory(found, () => ({ coverage: [] })),
    'many days': withStory(found, () => ({ coverage: DAYS })),
    many: withStory(found, () => ({ coverage: many })),
    live: { ...live, findings: live.findings && { ...live.findings, live: facts } },
    found: withStory(found, () => ({})),
  } satisfies Readonly<Record<string, TabState>>;
}
