import { describe, expect, it } from 'vitest';
import { detectLanguage, primarySubtag } from './language';

const TEXTS: readonly (readonly [string, string])[] = [
  ['en', 'The ministers of the two republics met on Monday and signed an agreement on fishing rights in the strait.'],
  [
    'de',
    'Die Minister der beiden Republiken trafen sich am Montag und unterzeichneten ein Abkommen über Fischereirechte.',
  ],
  ['fr', 'Les ministres des deux républiques se sont rencontrés lundi et ont signé un accord sur les droits de pêche.'],
  [
    'es',
    'Los ministros de las dos repúblicas se reunieron el lunes y firmaron un acuerdo sobre los derechos de pesca.',
  ],
  ['ru', 'Министры двух республик встретились в понедельник и подписали соглашение о праве на рыболовство в проливе.'],
  ['uk', 'Міністри двох республік зустрілися в понеділок і підписали угоду про право на рибальство в протоці.'],
  ['hi', 'दोनों देशों के मंत्रियों ने सोमवार को मुलाकात की और मछली पकड़ने के अधिकारों पर समझौते पर हस्ताक्षर किए।'],
  ['mr', 'दोन्ही देशांच्या मंत्र्यांनी सोमवारी भेट घेतली आणि मासेमारीच्या हक्कांवर करार केला आहे.'],
  ['ne', 'दुवै देशका मन्त्रीहरूले सोमबार भेट गरेका छन् र माछा मार्ने अधिकारबारे सम्झौतामा हस्ताक्षर गरेको बताए।'],
  ['bn', 'দুই দেশের মন্ত্রীরা সোমবার বৈঠক করেন এবং মাছ ধরার অধিকার নিয়ে একটি চুক্তিতে সই করেন।'],
  ['ar', 'التقى وزيرا البلدين يوم الاثنين ووقعا اتفاقا حول حقوق الصيد في المضيق بين البلدين.'],
  ['fa', 'وزیران دو کشور روز دوشنبه دیدار کردند و توافقنامه‌ای درباره حقوق ماهیگیری امضا کردند.'],
  ['ur', 'دونوں ممالک کے وزراء نے پیر کو ملاقات کی اور ماہی گیری کے حقوق پر ایک معاہدے پر دستخط کیے۔'],
  ['he', 'שרי שתי המדינות נפגשו ביום שני וחתמו על הסכם בדבר זכויות הדיג במצר.'],
  ['zh', '两国部长星期一会面，签署了一项关于捕鱼权的协议。'],
  ['ja', '両国の閣僚は月曜日に会談し、漁業権に関する協定に署名した。'],
  ['ko', '양국 장관은 월요일에 만나 어업권에 관한 협정에 서명했다.'],
  ['ta', 'இரு நாடுகளின் அமைச்சர்களும் திங்கட்கிழமை சந்தித்து மீன்பிடி உரிமை ஒப்பந்தத்தில் கையெழுத்திட்டனர்.'],
  ['th', 'รัฐมนตรีของทั้งสองประเทศพบกันเมื่อวันจันทร์และลงนามในข้อตกลงว่าด้วยสิทธิการประมง'],
  ['el', 'Οι υπουργοί των δύο χωρών συναντήθηκαν τη Δευτέρα και υπέγραψαν συμφωνία για την αλιεία.'],
  [
    'id',
    'Para menteri kedua negara bertemu pada hari Senin dan mengatakan bahwa perjanjian tersebut penting karena nelayan.',
  ],
  [
    'sw',
    'Mawaziri wa nchi hizo mbili walikutana siku ya Jumatatu na kutia saini makubaliano ya haki za uvuvi katika bahari.',
  ],
];

describe('detectLanguage', () => {
  it.each(TEXTS)('knows %s by its text, whatever the page says', (lang, text) => {
    expect(detectLanguage(text, null)).toBe(lang);
    expect(detectLanguage(text, lang === 'en' ? 'ja' : 'en')).toBe(lang);
  });

  it('names Hindi in Latin letters for what it is, whatever the page says', () => {
    const text =
      'Do deshon ke mantriyon ne somvar ko mulakat ki aur unhone kaha ki samjhauta machhuaron ke liye zaroori hai.';
    expect(detectLanguage(text, null)).toBe('hi-Latn');
    expect(detectLanguage(text, 'hi')).toBe('hi-Latn');
    expect(detectLanguage(text, 'en')).toBe('hi-Latn');
  });

  it.each([
    ['hi', 'en'],
    ['de', 'en'],
    ['zh', 'en'],
    ['uk', 'ru'],
    ['ar', 'fr'],
  ])('goes by what most of a mixed page is in: %s before %s', (most, other) => {
    const textOf = (lang: string) => TEXTS.find(([known]) => known === lang)?.[1] ?? '';
    const [long, short] = [`${textOf(most)}\n`.repeat(12), `${textOf(other)}\n`.repeat(4)];
    expect(detectLanguage(short + long, null)).toBe(most);
    expect(detectLanguage(long + short, other)).toBe(most);
  });

  it('knows a text by its writing though names in Latin letters are more than half of it', () => {
    expect(detectLanguage('รัฐมนตรีต่างประเทศพบ Alexandra Winterbottom ในกรุงเทพ', null)).toBe('th');
    expect(detectLanguage('मंत्री Alexandra Winterbottom ने Bartholomew से मुलाकात की', null)).toBe('hi');
    expect(detectLanguage('Alexandra Winterbottom wrote Привет on the wall of the ministry', null)).toBe('en');
  });

  it('knows near languages of one script by a headline', () => {
    expect(detectLanguage('मन्त्रीले सम्झौतामा हस्ताक्षर गरे', null)).toBe('ne');
    expect(detectLanguage('मंत्री ने समझौते पर हस्ताक्षर किए', null)).toBe('hi');
    expect(detectLanguage('د دواړو هېوادونو وزیرانو تړون لاسلیک کړ', null)).toBe('ps');
    expect(detectLanguage('Екі ел министрлері келісімге қол қойды', null)).toBe('kk');
    expect(detectLanguage('Ministocin kasashen biyu sun rattaba hannu kan yarjejeniya bayan ganawa', null)).toBe('ha');
    expect(
      detectLanguage(
        'Ongqongqoshe bathe isivumelwano sibalulekile ngoba abantu bazophila futhi izikebhe zizobuya',
        null,
      ),
    ).toBe('zu');
    expect(
      detectLanguage('Vazirlar bitim baliqchilar uchun muhim ekanini aytdi va uni yilda bir bor koʻradi', null),
    ).toBe('uz');
    expect(
      detectLanguage('Die ministers het gesê hy is bly oor die ooreenkoms vir die vissers van die land', null),
    ).toBe('af');
    expect(detectLanguage('Menteri berkata perjanjian itu penting kerana nelayan', null)).toBe('ms');
  });

  it('lets the page decide between near languages where the text is short', () => {
    expect(detectLanguage('Statsministeren møtte pressen', 'nb-NO')).toBe('no');
    expect(detectLanguage('Statsministeren mødte pressen', 'da')).toBe('da');
    expect(detectLanguage('Predsjednik je primio ministra vanjskih poslova', 'bs')).toBe('bs');
    expect(detectLanguage('Predsjednik je primio ministra vanjskih poslova', 'hr')).toBe('hr');
    expect(detectLanguage('東京', 'ja')).toBe('ja');
  });

  it('says what the page says where the text says nothing, and und where neither does', () => {
    expect(detectLanguage('2025 — 100', 'bn_BD')).toBe('bn');
    expect(detectLanguage('', null)).toBe('und');
    expect(detectLanguage('123', 'und')).toBe('und');
  });

  it('reads the language out of a tag or locale', () => {
    expect(primarySubtag('pt-BR')).toBe('pt');
    expect(primarySubtag('zh-Hant-TW')).toBe('zh');
    expect(primarySubtag('iw')).toBe('he');
    expect(primarySubtag('nn')).toBe('no');
    expect(primarySubtag('english')).toBeNull();
    expect(primarySubtag('__proto__')).toBeNull();
  });
});
