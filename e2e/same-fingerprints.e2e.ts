import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { completeReading } from '../lib/article/complete-reading';
import { readPage } from '../lib/article/read-page';
import { parseDocument } from '../lib/cli/dom';
import { createFingerprinter, type FingerprintSource } from '../lib/fingerprint/fingerprint';
import type { Fingerprint } from '../lib/fingerprint/types';
import { decodeLexicon } from '../lib/lexicon/format';
import { ROOT } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import { SEEDS } from './server';

const LEXICON = `${ROOT}public/lexicon.bin`;

/** One sentence in each script that browsers segment by tables of their own, beside the articles. */
const SENTENCES: Readonly<Record<string, string>> = {
  th: 'รัฐมนตรีต่างประเทศอิหร่านเดินทางถึงกรุงมอสโกเมื่อวันที่ 23 มิถุนายน 2568',
  ja: '東京で開かれた会議で、ロシアのプーチン大統領とイランの外相が会談した。',
  ko: '이란 외무장관이 23일 모스크바에서 푸틴 대통령을 만났다.',
  ta: 'ஈரான் வெளியுறவு அமைச்சர் மாஸ்கோவில் புதினை சந்தித்தார்.',
  te: 'ఇరాన్ విదేశాంగ మంత్రి మాస్కోలో పుతిన్‌ను కలిశారు.',
  gu: 'ઈરાનના વિદેશ મંત્રી મોસ્કોમાં પુતિનને મળ્યા.',
  pa: 'ਈਰਾਨ ਦੇ ਵਿਦੇਸ਼ ਮੰਤਰੀ ਮਾਸਕੋ ਵਿੱਚ ਪੁਤਿਨ ਨੂੰ ਮਿਲੇ।',
  ur: 'ایران کے وزیر خارجہ نے ماسکو میں صدر پوتن سے ملاقات کی۔',
  he: 'שר החוץ של איראן נפגש עם פוטין במוסקבה ב-23 ביוני 2025.',
  ru: 'Министр иностранных дел Ирана встретился с Путиным в Москве 23 июня 2025 года.',
  el: 'Ο υπουργός Εξωτερικών του Ιράν συναντήθηκε με τον Πούτιν στη Μόσχα.',
  tr: 'İran Dışişleri Bakanı Moskova’da Putin’le görüştü; toplantı 1.250 kişilik salondaydı.',
  vi: 'Ngoại trưởng Iran gặp Tổng thống Putin tại Mátxcơva ngày 23 tháng 6 năm 2025.',
  de: 'Irans Außenminister traf Putin am 23. Juni in Moskau, 3,5 Millionen Euro standen bereit.',
};

function sources(): FingerprintSource[] {
  const folders = [`${ROOT}e2e/pages`, `${SEEDS}/pages`].filter(existsSync);
  const pages = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => completeReading(readPage(parseDocument(readFileSync(`${folder}/${name}`, 'utf8'))))),
  );
  const articles = pages.flatMap((page) => (page.kind === 'article' ? [page] : []));
  return [
    ...articles.map(({ title, text, lang }) => ({ title, text, lang })),
    ...Object.entries(SENTENCES).map(([lang, text]) => ({ title: text, text, lang })),
  ];
}

async function buildProbe(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: `${ROOT}e2e/harness/fingerprint-probe.ts`, formats: ['iife'], name: 'sidelightProbe' },
    },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('The probe was not built');
  return first.output[0].code;
}

describe('fingerprints', () => {
  const texts = sources();
  let expected: Fingerprint[] = [];
  let probe = '';
  beforeAll(async () => {
    const fingerprinter = createFingerprinter(decodeLexicon(readFileSync(LEXICON)));
    expected = texts.map((source) => fingerprinter.fingerprint(source));
    probe = await buildProbe();
  });

  inEveryBrowser('are those of Node', (session) => {
    it(`for ${texts.length} texts in ${new Set(texts.map(({ lang }) => lang)).size} languages`, async () => {
      const tab = await session().harness.openTab(`${session().server.base}/empty.html`);
      const call = `sidelightProbe.fingerprintAll('/lexicon.bin', ${JSON.stringify(texts)})`;
      const answer = await tab.evaluate(`(() => { ${probe}; return ${call}; })()`);
      const there: unknown = JSON.parse(String(answer));
      expect(expected.every(({ terms }) => terms.length > 2)).toBe(true);
      expect(there).toEqual(JSON.parse(JSON.stringify(expected)));
      await tab.close();
    });
  });
});
