import { expect, it } from 'vitest';
import { resolvePublishedAt } from './dates';

/** Lines that look as if they said a day, and do not: language and line. */
const SILENT: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Updated a minute ago'],
  ['en', '3 hours ago'],
  ['en', 'Yesterday at 18:12'],
  ['en', '© 2025 The Example Times'],
  ['en', 'Copyright 2010-2025, all rights reserved'],
  ['en', '06/07/2025 18:12'],
  ['en', '23 June, 18:12'],
  ['en', 'June 2025'],
  ['en', 'Monday, 18:12'],
  ['en', '12–14 June 2025'],
  ['en', '31 June 2025'],
  ['en', 'Version 2.06.2025.4'],
  ['en', 'Call 0800 2025 06 23 77'],
  ['en', '4 min read'],
  ['en', 'He was born on 23 June 1925'],
  ['en', 'The last agreement was signed on 4 May 2011 in this hall.'],
  ['en', 'Season 2024/25, match 23'],
  ['de', 'vor 5 Minuten aktualisiert'],
  ['de', 'Heute, 18:12 Uhr'],
  ['fr', 'il y a 2 heures'],
  ['hi', '2 घंटे पहले'],
  ['hi', 'विक्रम संवत 2082, आषाढ़ कृष्ण 13'],
  ['hi', '९ आषाढ २०८२'],
  ['mr', 'शके १९४७ आषाढ २'],
  ['ar', 'قبل 5 دقائق'],
  ['ar', '1404/04/02'],
  ['fa', '۳۰ اسفند ۱۴۰۴'],
  ['fa', 'سه‌شنبه ۲ تیر ۱۴۰۴'],
  ['fa', '۲ ساعت پیش'],
  ['he', 'לפני 5 דקות'],
  ['he', 'י באדר תשפ"ד'],
  ['th', '5 นาทีที่แล้ว'],
  ['ja', '5分前に更新'],
  ['ja', '6月23日 18時12分'],
  ['ja', '平成35年6月23日'],
  ['ko', '06/07/2025'],
  ['fil', '06/07/2025'],
  ['zh', '5分钟前'],
  ['bn', '৫ মিনিট আগে'],
  ['ne', '५ मिनेट अगाडि'],
  ['ne', '३३ असार २०८२'],
  ['am', '16/10/2017'],
];

it.each(SILENT)('gives nothing where no day is said, in %s: %s', (lang, text) => {
  expect(resolvePublishedAt([{ source: 'text', text }], { lang })).toBeNull();
});
