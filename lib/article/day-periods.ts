import { foldLine } from './fold-line';

/** What a word beside a time of twelve hours makes of it. */
export type DayPeriod = 'morning' | 'noon' | 'afternoon' | 'night';

/**
 * Words for the parts of the day beside a time, by language or group of one script: before noon, around it, after it,
 * and at night, when the hours before midnight and after it bear one name. Spellings are parted by strokes.
 */
const PERIODS: Readonly<Record<string, readonly [morning: string, noon: string, afternoon: string, night: string]>> = {
  en: ['am/a.m/a. m', 'noon', 'pm/p.m/p. m', ''],
  'hi mr ne': [
    'पूर्वाह्न/सुबह/प्रातः/सकाळी/बिहान/भोर/म.पू/एएम',
    'दोपहर/दुपारी/दिउँसो',
    'अपराह्न/शाम/सायं/सायंकाळी/संध्याकाळी/साँझ/बेलुका/म.उ/पीएम',
    'रात/रात्री/राति',
  ],
  bn: ['পূর্বাহ্ন/সকাল/ভোর/এএম', 'দুপুর', 'অপরাহ্ন/বিকাল/বিকেল/সন্ধ্যা/পিএম', 'রাত'],
  gu: ['સવારે/સવારના', 'બપોરે/બપોરના', 'સાંજે/સાંજના', 'રાત્રે/રાતના'],
  pa: ['ਸਵੇਰੇ/ਪੂ.ਦੁ', 'ਦੁਪਹਿਰ', 'ਸ਼ਾਮ/ਸ਼ਾਮੀਂ/ਬਾ.ਦੁ', 'ਰਾਤ'],
  ta: ['முற்பகல்/காலை/அதிகாலை', 'மதியம்/நண்பகல்', 'பிற்பகல்/மாலை', 'இரவு'],
  te: ['ఉదయం', 'మధ్యాహ్నం', 'సాయంత్రం', 'రాత్రి'],
  kn: ['ಬೆಳಿಗ್ಗೆ/ಬೆಳಗ್ಗೆ/ಪೂರ್ವಾಹ್ನ', 'ಮಧ್ಯಾಹ್ನ', 'ಸಂಜೆ/ಅಪರಾಹ್ನ', 'ರಾತ್ರಿ'],
  ml: ['രാവിലെ', 'ഉച്ചയ്ക്ക്/ഉച്ചക്ക്', 'വൈകീട്ട്/വൈകിട്ട്', 'രാത്രി'],
  si: ['පෙ.ව', '', 'ප.ව', ''],
  'ar fa ur ps': [
    'ص/صباحا/ق.ظ/قبل از ظهر/صبح',
    'ظهرا/ظهر/دوپہر',
    'م/مساء/ب.ظ/بعد از ظهر/عصر/شام/سہ پہر',
    'ليلا/شب/رات',
  ],
  zh: ['上午/早上/凌晨/清晨/早晨', '中午', '下午/傍晚', '晚上/晚间/晚間/夜间/夜間/深夜'],
  ja: ['午前', '正午', '午後', ''],
  ko: ['오전/새벽/아침', '낮', '오후/저녁', '밤'],
  el: ['π.μ/πμ', '', 'μ.μ/μμ', ''],
  ru: ['утра', '', 'дня/вечера', 'ночи'],
  uk: ['дп/ранку', '', 'пп/дня/вечора', 'ночі'],
  bg: ['пр.об', '', 'сл.об', ''],
  he: ['בבוקר', 'בצהריים', 'אחר הצהריים/בערב', 'בלילה'],
  'tr az': ['öö/sabah', 'öğle', 'ös/akşam', 'gece'],
  vi: ['sa/sáng', 'trưa', 'ch/chiều/tối', ''],
  hu: ['de/d.e/délelőtt', 'délben', 'du/d.u/délután/este', 'éjjel'],
  'cs sk': ['dop', '', 'odp', ''],
  es: ['de la mañana/de la madrugada', 'del mediodía', 'de la tarde/de la noche', ''],
  pt: ['da manhã/da madrugada', '', 'da tarde/da noite', ''],
  fr: ['du matin', '', "de l'après-midi/du soir", ''],
  it: ['del mattino/di mattina', '', 'del pomeriggio/di sera', ''],
  de: ['morgens/vormittags', 'mittags', 'nachmittags/abends', 'nachts'],
  nl: ["'s ochtends/'s morgens", '', "'s middags/'s avonds", "'s nachts"],
  pl: ['rano', 'w południe', 'po południu/wieczorem', 'w nocy'],
  'id ms': ['pagi/pg', 'siang/tengah hari', 'sore/petang/ptg', 'malam'],
  so: ['gh', '', 'gd', ''],
  sq: ['p.d', '', 'm.d', ''],
  as: ['পূৰ্বাহ্ন', '', 'অপৰাহ্ন', ''],
  ckb: ['ب.ن', '', 'د.ن', ''],
  fil: ['ng umaga', 'ng tanghali', 'ng hapon/ng gabi', ''],
};

const NAMES = ['morning', 'noon', 'afternoon', 'night'] as const satisfies readonly DayPeriod[];

interface Pattern {
  readonly before: RegExp;
  readonly after: RegExp;
}

const patterns = new Map<string, Pattern>();

function escaped(word: string): string {
  return word.replace(/\./g, '\\.').replace(/ /g, '\\s?');
}

/** Words of the line's language, of English, and those in other letters than Latin, which no other language uses. */
function patternOf(lang: string): Pattern {
  const known = patterns.get(lang);
  if (known !== undefined) return known;
  const rows = Object.entries(PERIODS).filter(
    ([langs, words]) => langs === 'en' || langs.split(' ').includes(lang) || !/[a-z]/.test(words.join('')),
  );
  const groups = NAMES.map((_, index) =>
    rows
      .flatMap(([, words]) => (words[index] ?? '').split('/'))
      .filter((word) => word !== '')
      .map(foldLine)
      .sort((a, b) => b.length - a.length),
  );
  const either = (edge: (word: string) => string) => groups.map((words) => `(${words.map(edge).join('|')})`).join('|');
  const made = {
    before: new RegExp(`(?<![\\p{L}\\p{M}])(?:${either(escaped)})\\.?,?\\s*$`, 'u'),
    // Telugu writes its case endings onto "PM": a word ends where its script does.
    after: new RegExp(
      `^\\s*(?:${either((word) => escaped(word) + (/[a-z]/.test(word) ? '(?!\\p{sc=Latin})' : '(?![\\p{L}\\p{M}])'))})`,
      'u',
    ),
  };
  patterns.set(lang, made);
  return made;
}

/** The part of the day named right before or right after a time, and what follows it. */
export function findDayPeriod(
  before: string,
  after: string,
  lang: string | undefined,
): { readonly period: DayPeriod | null; readonly after: string } {
  const pattern = patternOf(lang ?? '');
  const behind = pattern.after.exec(after);
  const match = behind ?? pattern.before.exec(before);
  const period = match === null ? null : (NAMES.find((_, index) => match[index + 1] !== undefined) ?? null);
  return { period, after: behind === null ? after : after.slice(behind[0].length).replace(/^\./, '') };
}

/** The hour of 24 that an hour of twelve is in a part of the day; an hour past twelve is already one of 24. */
export function hourOf24(hour: number, period: DayPeriod | null): number {
  if (period === null || hour > 12) return hour % 24;
  const late = { morning: false, noon: hour < 6 || hour === 12, afternoon: true, night: hour > 5 && hour < 12 }[period];
  return late ? (hour % 12) + 12 : hour % 12 === 0 ? 0 : hour;
}
