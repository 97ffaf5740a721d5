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
  Latin: [
    ['ha', /[ɓɗƙ]/giu],
    // o and g with a turned comma, within a word.
    ['uz', /[og][ʻ‘](?=\p{Ll})/gu],
  ],
};

/** Words, and endings (in Zulu beginnings) written onto the word where the neighbours write a word of its own. */
interface Signs {
  readonly lang: string;
  readonly words: ReadonlySet<string>;
  readonly affixes?: RegExp;
}

const WORDS: Readonly<Record<string, readonly Signs[]>> = {
  Devanagari: [
    {
      lang: 'hi',
      words: set('है हैं में से पर ने था थी थे गया गई और यह वह लिए कहा साथ नहीं हो रहा रहे का की के को'),
    },
    {
      lang: 'ne',
      words: set('छ छन् हुन् भने गरेको भएको गरेका भएका पनि रहेको गर्ने लागि हुने थियो थिए उनले गर्न गरी भन्ने र यो'),
      affixes: /..(?:को|का|की|ले|लाई|बाट|मा|सँग|हरू|हरु|द्वारा|एको|एका|्छ|छन्|्यो|दै|सहित|माथि)$/u,
    },
    {
      lang: 'mr',
      words: set('आहे आहेत आणि हे या होते होता होती केली केले केला असे असून नाही म्हणून ते झाली झाले मात्र'),
      affixes: /..(?:च्या|चा|ची|चे|मध्ये|ांनी|साठी|तील|वर|ला|ांना|ून)$/u,
    },
  ],
  Arabic: [
    { lang: 'ar', words: set('في من على إلى أن التي الذي عن مع هذا هذه ما لم بعد بين كان قال خلال أو') },
    { lang: 'fa', words: set('در به از که این را با است برای آن بود می های خود شد بر تا کرد یک نیز اما') },
    { lang: 'ur', words: set('کے کی میں ہے سے کو نے پر کا اور ہیں کہ اس بھی تھا گیا') },
    { lang: 'ps', words: set('د په چې او له کې سره يې یې دی دي نه هم تر خو کړي وکړ ته کړه') },
    { lang: 'ckb', words: set('لە بە کە بۆ ئەو ئەم لەگەڵ') },
  ],
  Latin: [
    {
      lang: 'id',
      words: set(
        'bahwa karena bisa adalah kata saat telah dia tersebut menjadi serta yakni polisi tentara parlemen resmi serikat jepang prancis jerman pemilu setidaknya sedikitnya tewas mantan pemilihan ledakan kecelakaan olahraga senin kamis jumat agustus juli maret',
      ),
    },
    {
      lang: 'ms',
      words: set(
        'bahawa kerana beliau ialah iaitu berkata boleh katanya semalam daripada kepada selepas manakala polis tentera parlimen rasmi syarikat jepun perancis antarabangsa kerajaan terbunuh terkorban nahas letupan bekas pilihan raya sukan kemalangan mangsa dilantik undi isnin khamis jumaat ahad ogos julai mac',
      ),
    },
    {
      lang: 'sw',
      words: set(
        'ya wa kwa katika ni za la kuwa na hiyo hii huo huu ambao ambayo alisema cha vya baada watu wake wao yake zake kama hata pia lakini kwamba au bila ili hivyo kutoka kila wakati',
      ),
    },
    {
      lang: 'ha',
      words: set(
        'da ta na ya ba cikin kuma sun shi suna yana yake ake aka an domin amma wannan ko ga daga mai masu zai za kan tare yi yin wani wata bai bayan lokacin cewa kamar inda kafin har saboda wajen',
      ),
    },
    {
      lang: 'uz',
      words: set('va bilan uchun ham deb bu edi esa yil yilda yili bir haqida tomonidan qarshi keyin kuni'),
    },
    {
      lang: 'zu',
      words: set('ukuthi futhi ngoba kanye kodwa lapho uma abantu le lo lokhu laba wathi uthe khona yini'),
      affixes: /^(?:uku|oku|ngo|nge|aba|izi|ezi|esi|emi)\p{L}{3,}[aeiou]$/u,
    },
    { lang: 'af', words: set('die van en het nie vir sy hy wat deur ook is in op te aan om word was na met') },
    {
      lang: 'hi-Latn',
      words: set(
        'hai hain ka ki ke ko mein se aur nahi nahin kya kar raha rahe rahi tha thi bhi ye yeh woh liye gaya gayi kiya hua hui karne wale wali apne iske uske unhone kaha par ne ho',
      ),
    },
  ],
};

/** The share of the letters of a text from which a language is certain. */
const ENOUGH_LETTERS = 0.004;
/** Letters that a name of another language brings along: no sign yet. */
const FOREIGN_LETTERS: Readonly<Record<string, number>> = { Arabic: 1 };
/** The share of the words. */
const ENOUGH_WORDS = 0.04;

/**
 * Languages most of whose small words are words of half the languages that share the letters: it takes more of them, and
 * fewer where one of those is among them that no other language has.
 */
const COMMON: Readonly<
  Record<string, { readonly enough: number; readonly alone: number; readonly telling: ReadonlySet<string> }>
> = {
  sw: {
    enough: 0.1,
    alone: 0.22,
    telling: set('kwa katika hiyo hii huo huu ambao ambayo alisema vya watu wake wao yake zake kwamba lakini baada'),
  },
  ha: {
    enough: 0.12,
    alone: 0.26,
    telling: set(
      'cikin kuma suna yana yake ake aka domin amma wannan daga masu zai yin wani wata bai bayan lokacin cewa inda kafin har saboda wajen',
    ),
  },
  uz: { enough: 0.08, alone: 1, telling: set('bilan uchun yilda yili haqida tomonidan qarshi keyin kuni') },
  zu: { enough: 0.15, alone: 1, telling: set('ukuthi futhi ngoba kanye kodwa lapho lokhu wathi uthe') },
  af: { enough: 0.25, alone: 1, telling: set('vir deur hy') },
  'hi-Latn': {
    enough: 0.2,
    alone: 1,
    telling: set('hai hain mein aur nahi nahin kya raha rahe rahi tha thi bhi yeh liye gaya gayi kiya hua unhone kaha'),
  },
};

/** The language that the text's letters or small words leave no doubt of, or null. */
export function lettersOrWords(text: string, script: string): string | null {
  for (const [lang, letters] of LETTERS[script] ?? []) {
    const count = text.match(letters)?.length ?? 0;
    if (count > Math.max(FOREIGN_LETTERS[script] ?? 0, text.length * ENOUGH_LETTERS)) return lang;
  }
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = (WORDS[script] ?? [])
    .map(({ lang, words: known, affixes }) => {
      const count = words.filter((word) => known.has(word) || (affixes?.test(word) ?? false)).length;
      return { lang, count };
    })
    .sort((a, b) => b.count - a.count);
  const [best, second] = counts;
  if (best === undefined || best.count <= (second?.count ?? 0)) return null;
  // One word of a headline tells where the others have none, but names in Latin letters are made of anything.
  const least = second?.count === 0 && script !== 'Latin' ? 1 : 2;
  return best.count >= Math.max(least, words.length * enoughWords(best.lang, words)) ? best.lang : null;
}

function enoughWords(lang: string, words: readonly string[]): number {
  const common = Object.hasOwn(COMMON, lang) ? COMMON[lang] : undefined;
  if (common === undefined) return ENOUGH_WORDS;
  return words.some((word) => common.telling.has(word)) ? common.enough : common.alone;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
