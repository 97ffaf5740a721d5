import { isCredit } from './credits';
import { endsSentence, isProse, textKey } from './text';
import type { Tracer } from './trace';

/**
 * Labels after which an article does not go on: the head of a comment form or of the tags. Words, because structure
 * cannot tell such a label from a sub-heading; compared letter by letter against a whole short paragraph.
 */
const END_LABELS = keys(
  'Leave a Reply|Leave a Comment|Leave a reply cancel reply|Post a comment|Comments|Add a comment|Tags|Tag|Filed under|' +
    "What's Your Reaction?|About the author|" +
    'टैग|टैग्स|टिप्पणी करें|टिप्पणियाँ|एक उत्तर दें|ট্যাগ|ট্যাগস|মন্তব্য করুন|মন্তব্য|লেখক সম্পর্কে তথ্য|' +
    'टॅग्स|प्रतिक्रिया दिनुहोस्|குறிச்சொற்கள்|ట్యాగ్‌లు|ટૅગ્સ|ਟੈਗ|ٹیگز|تبصرہ کریں|وسوم|الوسوم|كلمات مفتاحية|اترك تعليقا|اترك ردا|' +
    'برچسب‌ها|دیدگاه خود را بنویسید|תגיות|הוסף תגובה|Etiketler|Yorum yap|Теги|Метки|Добавить комментарий|Оставить комментарий|' +
    'Мітки|Залишити коментар|Tagi|Dodaj komentarz|Schlagwörter|Schlagworte|Kommentar schreiben|Kommentare|Mots-clés|Laisser un commentaire|' +
    'Etiquetas|Deja una respuesta|Dejar un comentario|Deixe um comentário|Lascia un commento|Reageer|Ετικέτες|Thẻ|Từ khóa|แท็ก|标签|標籤|关键词|タグ|関連キーワード|태그',
);

/**
 * Labels over lists of other stories. Most stand below the article, some in its midst: they end it only where little
 * follows.
 */
const RELATED = keys(
  'Next Article|Previous Article|Related Articles|Related Stories|Related News|Related|Read more news|संबंधित खबरें|ट्रेंडिंग खबरें|সম্পর্কিত খবর|مواضيع ذات صلة|İlgili haberler|Читайте также|Sur le même sujet|Tag terkait|Baca juga|相关阅读|相關新聞|関連記事|관련기사|Themen|Topics|Trending|Trending Now|Most Read|Editor’s picks|You may also like|Mehr zum Thema|Meistgelesen|Les plus lus|Lo más leído|Самое читаемое|और पढ़ें|সর্বশেষ|الأكثر قراءة',
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

/** A short paragraph that reads like a caption over something rather than like text. */
const LABEL_LENGTH = 60;

/** How much of the text may follow an end label before it is doubted: the label stands near the end. */
const TAIL_SHARE = 0.4;
const RELATED_TAIL_SHARE = 0.1;

/**
 * Takes out what only words tell to be no part of an article: a comment form, tags, invitations to read on, credits of
 * pictures. Runs outside the page, which is spared the lists.
 */
export function withoutFurniture(paragraphs: readonly string[], tracer: Tracer): readonly string[] {
  const cut = cutAtEndLabel(paragraphs);
  for (const text of paragraphs.slice(cut.length)) tracer.removed('end-label', text);
  const kept = cut.filter((text) => {
    const rule = isCredit(text) ? 'credit' : LABELS.some((labels) => isLabel(text, labels)) ? 'label' : null;
    if (rule !== null) tracer.removed(rule, text);
    return rule === null;
  });
  if (kept.length === paragraphs.length) return paragraphs;
  // What introduced the part that was cut off is left hanging at the end.
  const end = kept.findLastIndex((text) => isProse(text) || endsSentence(text)) + 1;
  for (const text of kept.slice(end)) tracer.removed('ends', text);
  return kept.slice(0, end);
}

const LABELS = [ALSO_READ, RELATED, END_LABELS];

function cutAtEndLabel(paragraphs: readonly string[]): readonly string[] {
  const total = paragraphs.reduce((sum, text) => sum + text.length, 0);
  let before = 0;
  for (const [index, text] of paragraphs.entries()) {
    const isEnd = COMMENT_FORM.test(text) || isLabel(text, END_LABELS);
    const share = isEnd ? TAIL_SHARE : isLabel(text, RELATED) ? RELATED_TAIL_SHARE : 0;
    if (share > 0 && before > 0 && total - before <= total * share) return paragraphs.slice(0, index);
    before += text.length;
  }
  return paragraphs;
}

function isLabel(text: string, labels: ReadonlySet<string>): boolean {
  return text.length <= LABEL_LENGTH && labels.has(textKey(text));
}
