import { findDayPeriod, hourOf24 } from './day-periods';

/** A time of day, as a line of text gives it. */
export interface FoundTime {
  readonly hour: number;
  readonly minute: number;
  /** What the line says after the time and its part of the day. */
  readonly after: string;
}

/** Words between hour and minute, in languages that write them. */
const BETWEEN = String.raw`\s?[:h時时]\s?|\s?시\s?|點|点|\s?টা\s?|\s(?:बजकर|बजेर|बज कर)\s|\s(?:بج کر)\s|\s?นาฬิกา\s?`;
const SECONDS = String.raw`(?:(?:[:分]|분)(?:\d{2})?(?:[.,]\d+)?)?`;
const WITH_COLON = new RegExp(String.raw`(?<![\d:.])(\d{1,2})(?:${BETWEEN})(\d{2})${SECONDS}(?![\d:])(?!\s*min)`, 'gu');
/** With a dot a time looks like any number: a word beside it says that it is one. */
const DOT_BEFORE = String.raw`(?<=(?<!\p{L})(?:kl|klo|um|om|ore|alle|alle ore|ob|pukul|pkl|jam|godz|ora|at|kell|в|о|στις|ωρα|kel)\.?\s?)`;
const DOT_AFTER = String.raw`(?=\s*(?:uhr|wib|wita|wit|น\.|hrs|am|pm|a\.m|p\.m|gmt|utc|bst|ist|cet|cest|h)(?!\p{L}))`;
const WITH_DOT = new RegExp(
  String.raw`${DOT_BEFORE}(\d{1,2})\.(\d{2})(?![\d.])|(?<![\d:.,])(\d{1,2})\.(\d{2})${DOT_AFTER}`,
  'gu',
);
/** Languages that write times with a dot: there it stands alone too, beside a date. */
const DOTTED = ['fi', 'da', 'id', 'ms', 'si', 'as'];
const ALONE = /(?<![\d:.,/-]|\p{L})(\d{1,2})\.(\d{2})(?![\d.,:%/-]|\s?\p{L}{1,3}(?!\p{L}))/gu;

/** Languages that count the hours from morning and evening, six hours off, where a word of theirs stands beside them. */
const SIX_HOURS_OFF: Readonly<Record<string, RegExp>> = {
  am: /ሰዓት|ጠዋት|ከሰዓት|ምሽት|ሌሊት/u,
  ti: /ሰዓት|ንግሆ|ምሸት/u,
  sw: /(?<!\p{L})(?:saa|asubuhi|mchana|jioni|usiku|alasiri)(?!\p{L})/u,
};

/** The first time of day in a folded line, outside of its date. */
export function findTime(line: string, lang: string | undefined): FoundTime | null {
  if (lang !== undefined && Object.hasOwn(SIX_HOURS_OFF, lang) && SIX_HOURS_OFF[lang]?.test(line)) return null;
  const patterns = lang !== undefined && DOTTED.includes(lang) ? [WITH_COLON, WITH_DOT, ALONE] : [WITH_COLON, WITH_DOT];
  for (const match of patterns.flatMap((pattern) => [...line.matchAll(pattern)])) {
    const hour = Number(match[1] ?? match[3]);
    const minute = Number(match[2] ?? match[4]);
    if (hour > 24 || minute > 59) continue;
    const behind = line.slice(match.index + match[0].length).replace(/^\s?(?:分|분|মিনিট|मिनट|मिनेट|منٹ)/u, '');
    const { period, after } = findDayPeriod(line.slice(0, match.index), behind, lang);
    return { hour: hourOf24(hour, period), minute, after };
  }
  return null;
}
