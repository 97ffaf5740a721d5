/** A time of day, as a line of text gives it. */
export interface FoundTime {
  readonly hour: number;
  readonly minute: number;
  /** Minutes east of UTC; null where the line does not say, or says it with a name that means several zones. */
  readonly offset: number | null;
}

const AM = words(
  'am|a.m|a. m|पूर्वाह्न|सुबह|পূর্বাহ্ন|এএম|সকাল|ص|صباحا|صباحًا|ق.ظ|قبل از ظهر|上午|凌晨|早上|午前|오전|sa|π.μ|πμ|öö|முற்பகல்|காலை|म.पू|ਪੂ.ਦੁ|ఉదయం|de|dop|д.п',
);
const PM = words(
  'pm|p.m|p. m|अपराह्न|शाम|রাত|অপরাহ্ন|পিএম|দুপুর|বিকাল|সন্ধ্যা|م|مساء|مساءً|ب.ظ|بعد از ظهر|下午|晚上|午後|오후|ch|μ.μ|μμ|ös|பிற்பகல்|மாலை|म.उ|ਬਾ.ਦੁ|సాయంత్రం|du|odp|п.п',
);

function words(list: string): string {
  return list.replace(/\./g, '\\.').replace(/ /g, '\\s?');
}

const TIME =
  /(?<![\d:.])(\d{1,2})(?:\s?[:：h時时]\s?|시\s?|點|点)(\d{2})(?:(?:[:：]|分|분)(?:\d{2})?(?:[.,]\d+)?)?(?!\d)|(?<![\d:.])(\d{1,2})\.(\d{2})(?=\s*(?:uhr|wib|wita|wit|น\.|hrs)(?!\p{L}))/gu;
const BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(?:(${AM})|(${PM}))\\.?\\s*$`, 'u');
const AFTER = new RegExp(`^\\s*(?:(${AM})|(${PM}))(?![\\p{L}\\p{M}])`, 'u');

/** The first time of day in a line of lower-case text with digits 0 to 9, outside of its date. */
export function findTime(line: string, lang: string | undefined): FoundTime | null {
  for (const match of line.matchAll(TIME)) {
    let hour = Number(match[1] ?? match[3]);
    const minute = Number(match[2] ?? match[4]);
    if (hour > 24 || minute > 59) continue;
    const rest = line.slice(match.index + match[0].length);
    const half = BEFORE.exec(line.slice(0, match.index)) ?? AFTER.exec(rest);
    if (half !== null && hour <= 12) {
      if (half[2] !== undefined && hour < 12) hour += 12;
      if (half[1] !== undefined && hour === 12) hour = 0;
    }
    if (hour === 24) hour = 0;
    return { hour, minute, offset: findOffset(line, rest, lang) };
  }
  return null;
}

/** Zone names that mean one offset everywhere. IST, BST, CST, PST and the like mean several. */
const ZONES: Readonly<Record<string, number>> = {
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
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** What an ambiguous name means on a page in one of these languages. */
const ZONES_BY_LANGUAGE: Readonly<Record<string, { readonly offset: number; readonly langs: string }>> = {
  ist: { offset: 330, langs: 'hi mr gu pa ta te kn ml or as bn ne ur' },
  bst: { offset: 360, langs: 'bn' },
};

/** Greenwich, written out. */
const GREENWICH = /غرينت?ش|جرينتش|گرینویچ|гринвич|格林尼治|格林威治/u;

function findOffset(line: string, rest: string, lang: string | undefined): number | null {
  if (GREENWICH.test(line) && !/[+\-−]\s*\d/.test(rest)) return 0;
  const signed = /(?:(?:utc|gmt)\s*|^\s*)\(?([+\-−])(\d{1,2})(?::?([0-5]\d))?(?![\d:])/u.exec(rest);
  if (signed !== null) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    if (minutes <= 14 * 60) return signed[1] === '+' ? minutes : -minutes;
  }
  for (const [name] of line.matchAll(/(?<![\p{L}\p{M}])\p{L}{3,4}(?![\p{L}\p{M}])/gu)) {
    if (Object.hasOwn(ZONES, name)) return ZONES[name] ?? null;
    const local = Object.hasOwn(ZONES_BY_LANGUAGE, name) ? ZONES_BY_LANGUAGE[name] : undefined;
    if (local !== undefined && lang !== undefined && local.langs.split(' ').includes(lang)) return local.offset;
  }
  return null;
}
