import type { CalendarName } from './index';

/** Month names of a calendar, in the languages that date by it: written as `MONTH_NAMES` is. */
export interface CalendarMonths {
  readonly calendar: CalendarName;
  readonly langs: readonly string[];
  readonly names: string;
}

/**
 * Persian months have three sets of names: Iran's, the signs of the zodiac in Dari, and Pashto's. The Bengali and Nepali
 * months share Sanskrit names with lunar calendars of India, so they count on pages in their own language alone.
 */
export const CALENDAR_MONTHS: readonly CalendarMonths[] = [
  {
    calendar: 'persian',
    langs: ['fa', 'ps', 'ckb', 'tg'],
    names:
      'فروردین/حمل/وری|اردیبهشت/ثور/غویی|خرداد/جوزا/غبرگولی/غبرګولی|تیر/سرطان/چنگاښ/چنګاښ|مرداد/امرداد/اسد/زمری|شهریور/سنبله/وږی|مهر/میزان/تله|آبان/عقرب/لړم|آذر/قوس/لیندۍ|دی/جدی/مرغومی|بهمن/دلو/سلواغه|اسفند/حوت/کب',
  },
  {
    calendar: 'islamic',
    langs: ['ar', 'ur', 'fa', 'ps', 'sd', 'ckb'],
    names:
      'محرم/محرم الحرام|صفر/صفر المظفر/صفر الخير|ربيع الأول/ربيع اول|ربيع الآخر/ربيع الثاني/ربيع ثاني|جمادى الأولى/جمادى الأول/جمادى اولى|جمادى الآخرة/جمادى الثانية/جمادى الثاني/جمادى الآخر/جمادى ثانی|رجب/رجب المرجب|شعبان/شعبان المعظم|رمضان/رمضان المبارك|شوال/شوال المكرم|ذو القعدة/ذي القعدة/ذيقعده/ذی قعده|ذو الحجة/ذي الحجة/ذیحجه/ذی حجه/ذی الحج/ذو الحج',
  },
  {
    calendar: 'bengali',
    langs: ['bn'],
    names: 'বৈশাখ|জ্যৈষ্ঠ/জৈষ্ঠ|আষাঢ়|শ্রাবণ|ভাদ্র|আশ্বিন|কার্তিক|অগ্রহায়ণ/অগ্রহায়ন|পৌষ|মাঘ|ফাল্গুন/ফাগুন|চৈত্র',
  },
  {
    calendar: 'nepali',
    langs: ['ne'],
    names:
      'वैशाख/बैशाख|जेठ/जेष्ठ/ज्येष्ठ|असार/आषाढ/असाढ|साउन/श्रावण/सावन|भदौ/भाद्र|असोज/आश्विन/अश्विन|कात्तिक/कार्तिक|मङ्सिर/मंसिर/मंगसिर/मार्ग|पुस/पुष/पौष/पूस|माघ|फागुन/फाल्गुन/फाल्गुण|चैत/चैत्र',
  },
  {
    calendar: 'ethiopic',
    langs: ['am', 'ti'],
    names: 'መስከረም|ጥቅምት/ጥቅም|ኅዳር/ህዳር|ታኅሣሥ/ታህሳስ/ታኅሳስ|ጥር|የካቲት|መጋቢት|ሚያዝያ/ሚያዚያ|ግንቦት|ሰኔ|ሐምሌ/ሃምሌ|ነሐሴ/ነሃሴ|ጳጉሜን/ጳጉሜ',
  },
];
