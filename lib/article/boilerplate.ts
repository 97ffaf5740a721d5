import type { Block } from './blocks';
import { likeness } from './headline';
import { endsSentence, isProse, textKey, weightedLength } from './text';

/**
 * Labels after which an article does not go on: the head of a comment form or of the tags. Words, because structure
 * cannot tell such a label from a sub-heading; compared letter by letter against a whole short block.
 */
const END_LABELS = keys(
  'Leave a Reply|Leave a Comment|Leave a reply cancel reply|Post a comment|Comments|Add a comment|Tags|Tag|Topics|Filed under|' +
    "What's Your Reaction?|Next Article|Previous Article|Related Articles|Related Stories|Related News|Related|Read more news|About the author|" +
    'टैग|टैग्स|टिप्पणी करें|टिप्पणियाँ|एक उत्तर दें|संबंधित खबरें|ट्रेंडिंग खबरें|ট্যাগ|ট্যাগস|মন্তব্য করুন|মন্তব্য|সম্পর্কিত খবর|লেখক সম্পর্কে তথ্য|' +
    'टॅग्स|प्रतिक्रिया दिनुहोस्|குறிச்சொற்கள்|ట్యాగ్‌లు|ટૅગ્સ|ਟੈਗ|ٹیگز|تبصرہ کریں|وسوم|الوسوم|كلمات مفتاحية|اترك تعليقا|اترك ردا|مواضيع ذات صلة|' +
    'برچسب‌ها|دیدگاه خود را بنویسید|תגיות|הוסף תגובה|Etiketler|Yorum yap|İlgili haberler|Теги|Метки|Добавить комментарий|Оставить комментарий|Читайте также|' +
    'Мітки|Залишити коментар|Tagi|Dodaj komentarz|Schlagwörter|Schlagworte|Themen|Kommentar schreiben|Kommentare|Mots-clés|Laisser un commentaire|Sur le même sujet|' +
    'Etiquetas|Deja una respuesta|Dejar un comentario|Deixe um comentário|Lascia un commento|Reageer|Ετικέτες|Thẻ|Từ khóa|Tag terkait|Baca juga|แท็ก|标签|標籤|相关阅读|相關新聞|关键词|タグ|関連記事|関連キーワード|태그|관련기사',
);

/** Labels of a link to another story in the midst of an article. */
const ALSO_READ = keys(
  'Also read|Read also|Read more|See also|More on this|यह भी पढ़ें|यह भी पढ़े|ये भी पढ़ें|ये भी पढ़े|इसे भी पढ़ें|আরও পড়ুন|আরো পড়ুন|हे पण वाचा|हेही वाचा|' +
    'यो पनि पढ्नुहोस्|மேலும் படிக்க|ఇవి కూడా చదవండి|આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|یہ بھی پڑھیں|مزید پڑھیں|اقرأ أيضا|اقرأ المزيد|بیشتر بخوانید|קראו גם|לקריאה נוספת|Ayrıca oku|Читайте также|Читать также|' +
    'Читайте також|Czytaj także|Czytaj też|Lesen Sie auch|Mehr zum Thema|À lire aussi|Lire aussi|Lea también|Leer también|Leia também|Leia mais|Leggi anche|Lees ook|Διαβάστε επίσης|Xem thêm|Đọc thêm|Baca juga|อ่านเพิ่มเติม|延伸阅读|延伸閱讀|あわせて読みたい|함께 보기',
);

/** Said by the comment form itself. */
const COMMENT_FORM =
  /your email address will not be published|required fields are marked|आपका ईमेल पता प्रकाशित नहीं|ইমেইল প্রকাশ করা হবে না|لن يتم نشر عنوان بريدك|адрес email не будет опубликован/i;

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map(textKey));
}

/** A short block that reads like a caption over something rather than like text. */
const LABEL_LENGTH = 60;
/** How much of the text may follow an end label before it is doubted: the label stands near the end. */
const TAIL_SHARE = 0.4;

/**
 * The article's paragraphs, in order: what is left when the page's furniture is taken out. From the certain to the
 * probable: copies, what stands before the headline, everything behind an end label, links to other stories, and at
 * both ends whatever is not running text.
 */
export function cleanBlocks(blocks: readonly Block[], title: string): string[] {
  let kept = withoutCopies(blocks, title).filter(
    (block) => !block.otherArticle && (!block.beforeHeadline || isProse(block.text)),
  );
  kept = cutAtEndLabel(kept);
  kept = withoutLinks(kept);
  kept = trimEnds(kept);
  return kept.map((block) => block.text);
}

/** Keeps the first of equal blocks (some pages carry the body twice) and drops repetitions of the title. */
function withoutCopies(blocks: readonly Block[], title: string): Block[] {
  const seen = new Set<string>();
  const titleKey = textKey(title);
  return blocks.filter((block) => {
    const key = textKey(block.text);
    if (key === '') return false;
    if (
      titleKey !== '' &&
      key.length < titleKey.length + 60 &&
      (key.startsWith(titleKey) || likeness(key, titleKey) > 0.95)
    ) {
      return false;
    }
    if (key.length >= 12 && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function cutAtEndLabel(blocks: Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    const isEnd =
      COMMENT_FORM.test(block.text) || (block.text.length <= LABEL_LENGTH && END_LABELS.has(textKey(block.text)));
    if (isEnd && before > 0 && total - before <= total * TAIL_SHARE) return blocks.slice(0, index);
    before += block.text.length;
  }
  return blocks;
}

/** Drops blocks that are links and nothing else, and the labels that announce them. */
function withoutLinks(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const label = block.text.length <= LABEL_LENGTH && ALSO_READ.has(textKey(block.text));
    if (label || block.linkShare > 0.8) continue;
    const [lead, rest] = splitLabel(block.text);
    if (rest !== '' && ALSO_READ.has(textKey(lead)) && (block.linkShare > 0.4 || !isProse(rest))) continue;
    kept.push(block);
  }
  return kept;
}

function splitLabel(text: string): [string, string] {
  const at = text.search(/[:：|]/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function trimEnds(blocks: readonly Block[]): Block[] {
  const isShort = (block: Block) => !isProse(block.text) && weightedLength(block.text) < LABEL_LENGTH;
  const start = blocks.findIndex((block) => !isShort(block));
  const end = blocks.findLastIndex((block) => isProse(block.text) || endsSentence(block.text)) + 1;
  return start < 0 ? [] : blocks.slice(start, end);
}
