/**
 * Letters and small words that tell languages of one script apart: those that the detector has no data of (Nepali,
 * Indonesian, Pashto, Kazakh, Swahili, Hausa …) from those it takes them for. Words so common that a paragraph has
 * several, and that the neighbours do not have.
 */

const LETTERS: Readonly<Record<string, readonly (readonly [lang: string, letters: RegExp])[]>> = {
  Arabic: [
    ['ug', /[ۇۈ]/gu],
    ['ckb', /[ێۆڵڕ]/gu],
    ['ps', /[ټډړږښڼېۍ]/gu],
    ['sd', /[ڄڃڻڳڱٿڀٺ]/gu],
    ['ur', /[ٹڈڑےھں]/gu],
  ],
  Cyrillic: [
    ['kk', /[әғқұң]/giu],
    ['tg', /[ӣӯҷҳ]/giu],
    ['mk', /[ѓќѕ]/giu],
    ['sr', /[ђћџљњј]/giu],
    ['be', /ў/giu],
    ['uk', /[їєґ]/giu],
  ],
};

const WORDS: Readonly<Record<string, readonly (readonly [lang: string, words: ReadonlySet<string>])[]>> = {
  Devanagari: [
    ['hi', set('है हैं में से पर ने था थी थे गया गई और यह वह लिए कहा साथ बाद नहीं हो रहा रहे')],
    ['ne', set('छ छन् हुन् भने गरेको भएको गरेका भएका पनि रहेको गर्ने लागि हुने थियो थिए उनले गर्न तथा यो गरी भन्ने नेपाली हो')],
    ['mr', set('आहे आहेत आणि हे या होते होता होती केली केले केला असे असून त्यांनी यांनी नाही म्हणून ते झाली झाले मात्र')],
  ],
  Latin: [
    [
      'id',
      set(
        'bahwa karena juga tidak bisa mereka adalah kata oleh saat telah hari dalam akan dengan untuk dari yang dia pada tersebut',
      ),
    ],
    [
      'ms',
      set(
        'bahawa kerana beliau ialah berkata oleh tidak boleh mereka hari dalam akan dengan untuk daripada yang pada tersebut katanya semalam',
      ),
    ],
    [
      'sw',
      set(
        'ya wa na kwa katika ni za la kuwa hiyo hii huo ambao ambayo alisema kama cha vya baada watu nchi wake wao yake',
      ),
    ],
    ['ha', set('da na ta ya wannan cikin don ba su sun shi an daga ce wani kuma yin zuwa ga wata domin amma suka')],
  ],
};

/** Shares of the letters or words of a text from which a language is certain. */
const ENOUGH_LETTERS = 0.004;
const ENOUGH_WORDS: Readonly<Record<string, number>> = { Devanagari: 0.04, Latin: 0.12 };

/** The language that the text's letters or small words leave no doubt of, or null. */
export function lettersOrWords(text: string, script: string): string | null {
  for (const [lang, letters] of LETTERS[script] ?? []) {
    if ((text.match(letters)?.length ?? 0) > Math.max(1, text.length * ENOUGH_LETTERS)) return lang;
  }
  const table = WORDS[script];
  if (table === undefined) return null;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let best: string | null = null;
  let most = 0;
  let second = 0;
  for (const [lang, known] of table) {
    const count = words.filter((word) => known.has(word)).length;
    if (count > most) [best, most, second] = [lang, count, most];
    else if (count > second) second = count;
  }
  return most >= 2 && most > second && most >= words.length * (ENOUGH_WORDS[script] ?? 1) ? best : null;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
