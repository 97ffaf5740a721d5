import { foldLine } from './fold-line';

/** Zone names that mean one offset everywhere. IST, BST, CST, PST and the like mean several. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mdt: -360,
  pdt: -420,
  jst: 540,
  kst: 540,
  pkt: 300,
  npt: 345,
  wib: 420,
  wita: 480,
  wit: 540,
  hkt: 480,
  sgt: 480,
  sast: 120,
  eat: 180,
  wat: 60,
  trt: 180,
  tsi: 180,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** What an ambiguous name means on a page in one of these languages. */
const BY_LANGUAGE: Readonly<Record<string, { readonly offset: number; readonly langs: string }>> = {
  ist: { offset: 330, langs: 'hi mr gu pa ta te kn ml or as bn ne ur' },
  bst: { offset: 360, langs: 'bn' },
  pst: { offset: 300, langs: 'ur' },
  cst: { offset: 480, langs: 'zh' },
};

/** Places by whose clock a page says it tells the time, in its own language. */
const PLACES: readonly (readonly [zone: string, phrases: string])[] = [
  ['UTC', 'غرينتش|غرينيتش|جرينتش|گرینویچ|گرینچ|гринвич|格林尼治|格林威治|गिनिज|ग्रीनविच|greenwich'],
  [
    'Asia/Kolkata',
    'भारतीय समय|भारतीय मानक समय|भारतीय प्रमाणवेळ|ভারতীয় সময়|بھارتی وقت|இந்திய நேரப்படி|భారత కాలమానం|indian standard time|india standard time',
  ],
  ['Asia/Dhaka', 'বাংলাদেশ সময়|bangladesh standard time'],
  ['Asia/Kathmandu', 'नेपाल समय|नेपाली समय|नेपाल मानक समय'],
  ['Asia/Karachi', 'پاکستانی وقت|پاکستان کے وقت|pakistan standard time'],
  ['Asia/Riyadh', 'توقيت مكة|توقيت السعودية|توقيت الرياض|توقيت المملكة'],
  ['Asia/Dubai', 'توقيت الإمارات|توقيت أبوظبي|توقيت أبو ظبي|توقيت دبي'],
  ['Asia/Baghdad', 'توقيت بغداد'],
  ['Asia/Beirut', 'توقيت بيروت'],
  ['Africa/Cairo', 'توقيت القاهرة'],
  ['Asia/Jerusalem', 'שעון ישראל|توقيت القدس'],
  ['Asia/Tehran', 'وقت تهران|وقت ایران'],
  ['Asia/Kabul', 'وقت کابل|وقت افغانستان|کابل په وخت'],
  ['Europe/Moscow', 'московскому времени|московское время|по москве'],
  ['Europe/Kiev', 'за києвом|київським часом|по киеву|киевскому времени'],
  ['Asia/Shanghai', '北京时间|北京時間'],
  ['Asia/Taipei', '台北時間|臺北時間|台灣時間|臺灣時間'],
  ['Asia/Hong_Kong', '香港時間|香港时间'],
  ['Asia/Tokyo', '日本時間'],
  ['Asia/Seoul', '한국시간|한국 시간'],
  ['Asia/Saigon', 'giờ việt nam|giờ hà nội'],
  ['Asia/Bangkok', 'เวลาประเทศไทย|ตามเวลาไทย'],
  ['Europe/Istanbul', 'türkiye saati'],
  ['Europe/Athens', 'ώρα ελλάδας|ώρα ελλάδος'],
  ['Europe/Berlin', 'deutscher zeit'],
  ['Europe/Paris', 'heure de paris'],
  ['Europe/Madrid', 'hora peninsular|hora de madrid'],
  ['Europe/Rome', 'ora italiana'],
  ['Europe/London', 'uk time|london time'],
  ['America/Sao_Paulo', 'horário de brasília|hora de brasília'],
  ['Africa/Nairobi', 'saa za afrika mashariki'],
  ['America/New_York', 'eastern time|hora del este'],
  ['America/Los_Angeles', 'pacific time'],
];

const PHRASES = PLACES.map(
  ([zone, phrases]) => [zone, new RegExp(phrases.split('|').map(foldLine).join('|'), 'u')] as const,
);

/** "ET" and "PT" are words elsewhere: right after a time on an English page they are zones. */
const NORTH_AMERICAN: Readonly<Record<string, string>> = { et: 'America/New_York', pt: 'America/Los_Angeles' };

const SIGNED = /(?:(?:utc|gmt)\s*|^\s*)\(?([+\-−])(\d{1,2})(?::?([0-5]\d))?(?![\d:])/u;
const LONGEST = 14 * 60;

/** A day and a time of it, as a place's clocks show them. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Minutes east of UTC that a folded line gives its time in, `after` being what follows the time; null where the line does
 * not say, or says it with a name that means several zones.
 */
export function findOffset(line: string, after: string, time: LocalTime, lang: string | undefined): number | null {
  const signed = SIGNED.exec(after);
  if (signed !== null) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    if (minutes <= LONGEST) return signed[1] === '+' ? minutes : -minutes;
  }
  for (const [zone, phrase] of PHRASES) {
    const named = phrase.exec(line);
    if (named === null) continue;
    // A place and a number of hours from it: only the signed form above is understood.
    if (/^\s*[+\-−]\s*\d/u.test(line.slice(named.index + named[0].length))) return null;
    return offsetIn(zone, time);
  }
  const american = lang === 'en' ? /^\s*\(?([ep]t)(?!\p{L})/u.exec(after)?.[1] : undefined;
  if (american !== undefined) return offsetIn(NORTH_AMERICAN[american] ?? 'UTC', time);
  for (const [name] of line.matchAll(/(?<![\p{L}\p{M}])\p{L}{3,4}(?![\p{L}\p{M}])/gu)) {
    if (Object.hasOwn(ABBREVIATIONS, name)) return ABBREVIATIONS[name] ?? null;
    const local = Object.hasOwn(BY_LANGUAGE, name) ? BY_LANGUAGE[name] : undefined;
    if (local !== undefined && lang !== undefined && local.langs.split(' ').includes(lang)) return local.offset;
  }
  return null;
}

/** The offset that a zone's clocks kept at a time they showed. */
function offsetIn(zone: string, { year, month, day, hour, minute }: LocalTime): number | null {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const format = new Intl.DateTimeFormat('en-u-hc-h23-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const shownAt = (instant: number) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  };
  // The first guess may lie on the other side of a change of the clocks; the second does not.
  const guess = wanted - (shownAt(wanted) - wanted);
  const offset = (shownAt(guess) - guess) / 60_000;
  return Number.isFinite(offset) ? offset : null;
}
