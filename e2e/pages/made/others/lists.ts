import { script } from '../markup';
import type { OtherFixture } from '../specification';
import { arSouk, faQanat } from '../stories/arabic-script';
import { jaFestival, zhBridge } from '../stories/east-asia';
import { enTrail } from '../stories/english';
import { deBread, esBakery } from '../stories/europe';
import { bnBridge, hiMarket } from '../stories/south-asia';
import { sitePage, teasers } from './site-page';

const root = (host: string) => `<link rel="canonical" href="https://${host}.example/">`;

/** Pages of teasers. */
export const LISTS: readonly OtherFixture[] = [
  {
    name: 'en-home',
    html: sitePage(enTrail, 'News from the valley', teasers(enTrail, 16), root(enTrail.host)),
    expected: { kind: 'home', lang: 'en', url: `https://${enTrail.host}.example/` },
  },
  {
    name: 'hi-home',
    html: sitePage(hiMarket, 'ताज़ा खबरें', teasers(hiMarket, 16), root(hiMarket.host)),
    expected: { kind: 'home', lang: 'hi' },
  },
  {
    name: 'zh-home',
    html: sitePage(zhBridge, '青溪新闻', teasers(zhBridge, 16), root(zhBridge.host)),
    expected: { kind: 'home', lang: 'zh' },
  },
  {
    name: 'ar-section',
    html: sitePage(arSouk, arSouk.section, `<h1>${arSouk.section}</h1>${teasers(arSouk, 14)}`),
    expected: { kind: 'section', lang: 'ar', title: arSouk.section },
  },
  {
    name: 'bn-section',
    html: sitePage(bnBridge, bnBridge.section, `<h1>${bnBridge.section}</h1>${teasers(bnBridge, 14)}`),
    expected: { kind: 'section', lang: 'bn', title: bnBridge.section },
  },
  {
    name: 'ja-section-in-data',
    html: sitePage(
      jaFestival,
      '社会のニュース',
      `<h1>社会のニュース</h1>${teasers(jaFestival, 14)}`,
      script('application/ld+json', { '@type': 'CollectionPage', name: '社会のニュース' }),
    ),
    expected: { kind: 'section', lang: 'ja' },
  },
  {
    name: 'es-search',
    path: 'es-search?q=puente',
    html: sitePage(esBakery, 'Resultados', `<h1>Resultados: puente</h1>${teasers(esBakery, 9)}`),
    expected: { kind: 'search', lang: 'es' },
  },
  {
    name: 'de-search',
    path: 'suche/bruecke',
    html: sitePage(deBread, 'Suche', `<h1>Suche nach Brücke</h1>${teasers(deBread, 9)}`),
    expected: { kind: 'search', lang: 'de' },
  },
  {
    name: 'fa-search-in-data',
    html: sitePage(
      faQanat,
      'نتایج جستجو',
      `<h1>نتایج جستجو</h1>${teasers(faQanat, 9)}`,
      script('application/ld+json', { '@type': 'SearchResultsPage', name: 'نتایج جستجو' }),
    ),
    expected: { kind: 'search', lang: 'fa' },
  },
];
