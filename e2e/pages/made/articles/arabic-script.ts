import type { ArticleFixture } from '../specification';
import * as stories from '../stories/arabic-script';

export const ARABIC_SCRIPT: readonly ArticleFixture[] = [
  {
    name: 'ar-native-digits',
    story: stories.arSouk,
    template: 'divisions',
    boxes: ['clock', 'share', 'alsoRead', 'tags', 'mostRead'],
    dating: { line: '٢٣ حزيران ٢٠٢٥ - ١٨:١٢', says: '2025-06-23T18:12' },
  },
  {
    name: 'ar-islamic-calendar',
    story: stories.arSouk,
    template: 'microdata',
    boxes: ['photo', 'relatedBox', 'comments'],
    dating: { line: 'الاثنين ٢٧ ذو الحجة ١٤٤٦ هـ', says: '2025-06-23' },
  },
  {
    name: 'ar-live-blog',
    story: stories.arFlood,
    template: 'liveBlog',
    boxes: ['cookies', 'ago', 'share'],
    dating: { iso: '2025-06-23T05:00:00+03:00', says: '2025-06-23T05:00+03:00' },
    expected: { live: true },
  },
  {
    name: 'ar-undated-live-blog',
    story: stories.arFlood,
    template: 'namedLiveBlog',
    boxes: ['ago', 'share'],
    dating: { says: null },
    expected: { live: true },
  },
  {
    name: 'fa-persian-calendar',
    story: stories.faQanat,
    template: 'semantic',
    boxes: ['clock', 'share', 'plainAlsoRead', 'plainTags', 'comments'],
    dating: { line: 'دوشنبه ۲ تیر ۱۴۰۴ - ۱۸:۱۲', says: '2025-06-23T18:12' },
  },
  {
    name: 'fa-persian-calendar-in-numbers',
    story: stories.faSchool,
    template: 'legacy',
    boxes: ['clock', 'mostRead'],
    dating: { line: '۱۴۰۴/۰۴/۰۲ - ۱۸:۱۲', says: '2025-06-23T18:12' },
  },
  {
    name: 'fa-undated-with-clock',
    story: stories.faSchool,
    template: 'components',
    boxes: ['clock', 'ago', 'newsletter', 'mostRead'],
    dating: { says: null },
  },
  {
    name: 'he-hebrew-calendar',
    story: stories.heGarden,
    template: 'divisions',
    boxes: ['share', 'plainAlsoRead', 'tags', 'comments'],
    dating: { line: 'כ"ז בסיוון תשפ"ה', says: '2025-06-23' },
  },
  {
    name: 'he-undated-twice',
    story: stories.heGarden,
    template: 'twice',
    boxes: ['clock', 'ago', 'copyright'],
    dating: { says: null },
  },
];
