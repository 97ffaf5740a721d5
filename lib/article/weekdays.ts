import { foldLine } from './fold-line';

/** Names of the days from Sunday, for the languages whose dates a weekday helps to read. Written as `MONTH_NAMES` is. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  am: 'እሑድ/እሁድ|ሰኞ|ማክሰኞ|ረቡዕ/ረቡእ|ሐሙስ|ዓርብ/አርብ|ቅዳሜ',
  ar: 'الأحد|الاثنين/الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت',
  bn: 'রবিবার|সোমবার|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার',
  en: 'sunday/sun|monday/mon|tuesday/tue/tues|wednesday/wed|thursday/thu/thur/thurs|friday/fri|saturday/sat',
  fa: 'یکشنبه|دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|شنبه',
  he: 'יום ראשון/יום א|יום שני/יום ב|יום שלישי/יום ג|יום רביעי/יום ד|יום חמישי/יום ה|יום שישי/יום ו|יום שבת/שבת',
  ne: 'आइतबार/आइतवार|सोमबार/सोमवार|मङ्गलबार/मंगलबार/मंगलवार|बुधबार/बुधवार|बिहिबार/बिहीबार/बिहीवार|शुक्रबार/शुक्रवार|शनिबार/शनिवार',
  ps: 'یکشنبه/یونۍ|دوشنبه/دونۍ|سهشنبه/درېنۍ|چهارشنبه/څلرنۍ|پنجشنبه/پينځنۍ|جمعه|شنبه/اونۍ',
  ur: 'اتوار|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ',
};

const patterns = new Map<string, readonly RegExp[]>();

function patternsOf(lang: string): readonly RegExp[] {
  const known = patterns.get(lang);
  if (known !== undefined) return known;
  const made = (WEEKDAYS[lang] ?? '').split('|').map((names) => {
    const folded = names.split('/').map(foldLine).join('|');
    return new RegExp(`(?<![\\p{L}\\p{M}])(?:${folded})(?![\\p{L}\\p{M}])`, 'u');
  });
  patterns.set(lang, made);
  return made;
}

/** The one weekday that a folded line names in its language, 0 for Sunday; null where it names none or several. */
export function findWeekday(line: string, lang: string | undefined): number | null {
  if (lang === undefined || !Object.hasOwn(WEEKDAYS, lang)) return null;
  // "شنبه" is Saturday and ends the other names too: a longer name hides it.
  const text = lang === 'fa' || lang === 'ps' ? line.replace(/(یک|دو|سه|چهار|پنج)\s?شنبه/g, '$1شنبه') : line;
  const found = patternsOf(lang).flatMap((pattern, day) => (pattern.test(text) ? [day] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
