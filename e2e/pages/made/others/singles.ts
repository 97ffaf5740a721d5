import { metas, script } from '../markup';
import type { OtherFixture } from '../specification';
import { arSouk } from '../stories/arabic-script';
import { koAlley, thCanal } from '../stories/east-asia';
import { enTrail } from '../stories/english';
import { deBread, frSheep, itFountain, ptSchool, ruFerry, trKitchen } from '../stories/europe';
import { taPark } from '../stories/south-india';
import { sitePage } from './site-page';

const pictures = (words: string) =>
  Array.from(
    { length: 12 },
    (_, at) => `<figure><img src="${at}.jpg" alt=""><figcaption>${words} ${at + 1}</figcaption></figure>`,
  ).join('\n');

const posts = (texts: readonly string[]) =>
  texts.map((text, at) => `<div class="post"><b>user${at}</b> 0${at + 1}.03.2021<p>${text}</p></div>`).join('\n');

const product = (name: string, price: string) =>
  script('application/ld+json', {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    offers: { '@type': 'Offer', price },
  });

const notFree = (headline: string) =>
  script('application/ld+json', { '@type': 'NewsArticle', headline, isAccessibleForFree: false });

/** Pages of one thing that is no article. */
export const SINGLES: readonly OtherFixture[] = [
  {
    name: 'fr-shop',
    html: sitePage(
      frSheep,
      'Écharpe en laine de Val-Perdu',
      `<h1>Écharpe en laine de Val-Perdu</h1><p>49,00 €</p>${frSheep.body.map((text) => `<p>${text}</p>`).join('')}`,
      product('Écharpe en laine de Val-Perdu', '49'),
    ),
    expected: { kind: 'shop', lang: 'fr', title: 'Écharpe en laine de Val-Perdu' },
  },
  {
    name: 'tr-shop',
    html: sitePage(
      trKitchen,
      'Köy unu, 5 kilo',
      `<h1>Köy unu, 5 kilo</h1><p>Köyün değirmeninde çekilmiş tam buğday unu. Serin ve kuru yerde saklayın.</p><button>120 TL</button>`,
      metas({ 'og:type': 'product' }),
    ),
    expected: { kind: 'shop', lang: 'tr' },
  },
  {
    name: 'de-forum',
    html: sitePage(
      deBread,
      'Welches Mehl für Sauerteig?',
      `<h1>Welches Mehl für Sauerteig?</h1>${posts(deBread.body)}`,
      metas({ generator: 'phpBB' }),
    ),
    expected: { kind: 'forum', lang: 'de', title: 'Welches Mehl für Sauerteig?' },
  },
  {
    name: 'ru-forum',
    html: sitePage(
      ruFerry,
      'Кто знает расписание парома?',
      `<h1>Кто знает расписание парома?</h1>${posts(ruFerry.body)}`,
      script('application/ld+json', { '@type': 'DiscussionForumPosting', headline: 'Кто знает расписание парома?' }),
    ),
    expected: { kind: 'forum', lang: 'ru' },
  },
  {
    name: 'it-gallery',
    html: sitePage(itFountain, 'Le foto della festa', `<h1>Le foto della festa</h1>${pictures('La piazza di sera')}`),
    expected: { kind: 'gallery', lang: 'it' },
  },
  {
    name: 'th-gallery',
    html: sitePage(thCanal, 'ประมวลภาพล่องเรือคลองใส', `<h1>ประมวลภาพล่องเรือคลองใส</h1>${pictures('เรือพายในคลอง')}`),
    expected: { kind: 'gallery', lang: 'th' },
  },
  {
    name: 'pt-video',
    html: sitePage(
      ptSchool,
      'Veja como os alunos gravam a música da escola',
      '<h1>Veja como os alunos gravam a música da escola</h1><video src="video.mp4"></video><p>Dois minutos no pátio da escola.</p>',
      metas({ 'og:type': 'video.other' }),
    ),
    expected: { kind: 'video', lang: 'pt', title: 'Veja como os alunos gravam a música da escola' },
  },
  {
    name: 'ta-video',
    html: sitePage(
      taPark,
      'பூங்கா திறப்பு விழா காணொளி',
      '<h1>பூங்கா திறப்பு விழா காணொளி</h1><video src="video.mp4"></video>',
      script('application/ld+json', { '@type': 'VideoObject', name: 'பூங்கா திறப்பு விழா காணொளி' }),
    ),
    expected: { kind: 'video', lang: 'ta' },
  },
  {
    name: 'en-login',
    html: sitePage(
      enTrail,
      'Sign in',
      '<h1>Sign in</h1><p>Please sign in to go on.</p><form><input name="user"><input type="password" name="word"><button>Sign in</button></form>',
    ),
    expected: { kind: 'login', lang: 'en' },
  },
  {
    name: 'ar-login-wall',
    html: sitePage(
      arSouk,
      arSouk.headline,
      `<article><h1>${arSouk.headline}</h1><div class="paywall"><p>هذا المقال للمشتركين فقط.</p></div></article>`,
      notFree(arSouk.headline),
    ),
    expected: { kind: 'login', lang: 'ar', title: arSouk.headline },
  },
  {
    name: 'ko-error',
    html: sitePage(
      koAlley,
      '페이지를 찾을 수 없습니다',
      '<h1>페이지를 찾을 수 없습니다</h1><p>주소를 다시 확인해 주세요.</p>',
    ),
    expected: { kind: 'error', lang: 'ko' },
  },
  {
    name: 'ru-error',
    html: sitePage(ruFerry, '404', '<h1>Страница не найдена</h1><p>Возможно, она была удалена.</p>'),
    expected: { kind: 'error', lang: 'ru' },
  },
  {
    name: 'pdf-viewer',
    html: '<!doctype html><html lang="en"><head><title>report.pdf</title></head><body><div class="pdfViewer"><canvas></canvas></div></body></html>',
    expected: { kind: 'pdf', title: 'report.pdf' },
  },
  {
    name: 'empty',
    html: '<!doctype html><html><head><title>…</title></head><body><div id="app"></div></body></html>',
    expected: { kind: 'empty' },
  },
  {
    name: 'en-contact',
    html: sitePage(
      enTrail,
      'Contact',
      '<h1>Contact</h1><address>Harrow Valley Post, 3 Station Road, Harrow Bridge</address><p>Telephone 01234 567</p>',
    ),
    expected: { kind: 'other', lang: 'en' },
  },
];
