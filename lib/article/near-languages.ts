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
  Latin: [['ha', /[ɓɗƙ]/giu]],
};

/** Words, and endings that these languages write onto the word where their neighbours write a word of its own. */
interface Signs {
  readonly lang: string;
  readonly words: ReadonlySet<string>;
  readonly endings?: RegExp;
}

const WORDS: Readonly<Record<string, readonly Signs[]>> = {
  Devanagari: [
    { lang: 'hi', words: set('है हैं में से पर ने था थी थे गया गई और यह वह लिए कहा साथ नहीं हो रहा रहे का की के को') },
    {
      lang: 'ne',
      words: set('छ छन् हुन् भने गरेको भएको गरेका भएका पनि रहेको गर्ने लागि हुने थियो थिए उनले गर्न गरी भन्ने'),
      endings: /..(?:को|ले|लाई|बाट|हरू|हरु|द्वारा)$/u,
    },
    {
      lang: 'mr',
      words: set('आहे आहेत आणि हे या होते होता होती केली केले केला असे असून नाही म्हणून ते झाली झाले मात्र'),
      endings: /..(?:च्या|चा|ची|चे|मध्ये|ांनी|साठी|तील|वर)$/u,
    },
  ],
  Latin: [
    { lang: 'id', words: set('bahwa karena bisa adalah kata saat telah dia tersebut menjadi serta yakni') },
    {
      lang: 'ms',
      words: set('bahawa kerana beliau ialah berkata boleh katanya semalam daripada ketika kepada selepas'),
    },
    {
      lang: 'sw',
      words: set('ya wa kwa katika ni za la kuwa hiyo hii huo ambao ambayo alisema cha vya baada watu wake wao yake'),
    },
    {
      lang: 'ha',
      words: set('ya wannan cikin ba su sun shi daga ce wani kuma yin zuwa ga wata domin amma suka wajen'),
    },
  ],
};

/** Shares of the letters or words of a text from which a language is certain. */
const ENOUGH_LETTERS = 0.004;
const ENOUGH_WORDS: Readonly<Record<string, number>> = {
  hi: 0.04,
  ne: 0.04,
  mr: 0.04,
  id: 0.04,
  ms: 0.04,
  sw: 0.14,
  ha: 0.14,
};

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
  for (const { lang, words: known, endings } of table) {
    const count = words.filter((word) => known.has(word) || (endings?.test(word) ?? false)).length;
    if (count > most) [best, most, second] = [lang, count, most];
    else if (count > second) second = count;
  }
  return best !== null && most >= 2 && most > second && most >= words.length * (ENOUGH_WORDS[best] ?? 1) ? best : null;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
