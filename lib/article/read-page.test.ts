import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { runsOf } from '../property-runs.testing';
import { completeReading } from './complete-reading';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { readingSteps, readPage } from './read-page';

const URL = 'https://daily.example/world/fishing';
const read = (html: string, url = URL) => readPage(parseDocument(html), url);
const complete = (html: string, url = URL) => completeReading(read(html, url));
const filler = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `<p>In village number ${n} nobody had heard of the agreement by Monday noon.</p>`,
  ).join('');
const TITLE = 'Two republics agree on fishing in the strait';

it('reads a long page in many steps, between which the page may do its own work', () => {
  const steps = readingSteps(parseDocument(newsPage({ title: TITLE, body: filler(3000) })), URL);
  let count = 0;
  while (steps.next().done !== true) count++;
  expect(count).toBeGreaterThan(30);
});

describe('readPage', () => {
  it('reads an article without the page around it', () => {
    const reading = read(newsPage({ title: TITLE, body: paragraphs(ENGLISH) }));
    expect(reading).toMatchObject({
      kind: 'article',
      title: TITLE,
      site: 'The Daily Example',
      url: URL,
      declaredLang: 'en',
    });
    expect(reading.paragraphs).toEqual(ENGLISH);
  });

  it('never changes the page', () => {
    const html = newsPage({
      title: TITLE,
      above: '<p>06:30 Monday, 6 October 2025</p>',
      body: `<div hidden>${paragraphs(ENGLISH)}</div>${paragraphs(ENGLISH)}<script>1</script>`,
    });
    const document = parseDocument(html);
    const before = document.documentElement.outerHTML;
    readPage(document, URL);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('keeps a body that stands on the page twice once', () => {
    const twice = `${paragraphs(ENGLISH)}<p>${TITLE}</p>${paragraphs(ENGLISH)}`;
    expect(read(newsPage({ title: TITLE, body: twice })).paragraphs).toEqual(ENGLISH);
  });

  it('leaves out reactions, tags, comment forms and view counters', () => {
    const body = `<div><span>614 views</span></div>${paragraphs(ENGLISH)}
      <div><span>What's Your Reaction?</span></div>${['like', 'dislike', 'love'].map((r) => `<a href="#">${r}</a>`).join('')}
      <div>Tags :</div><p>fishing rightsstrait newsHarbourtown agreement</p>
      <div>Leave a Reply</div><p>Your email address will not be published. Required fields are marked *</p>
      <p>Another story that has nothing to do with this one!</p>`;
    const page = complete(newsPage({ title: TITLE, body }));
    expect(page.text).toBe(ENGLISH.join('\n'));
  });

  it('leaves out invitations to read another story, in any language', () => {
    const [first = '', ...rest] = ENGLISH;
    const body = `<p>${first}</p><p>Lisez encore : <a href="/x">Une tout autre histoire de la semaine</a></p><p>ये भी पढ़ें</p>${paragraphs(rest)}`;
    expect(complete(newsPage({ title: TITLE, body })).text).toBe(ENGLISH.join('\n'));
  });

  it('leaves out words of the navigation that ran together above the headline', () => {
    const above =
      '<p>NationalPoliticsEntertainmentSportHealth &amp; Life StyleTechnologyInternationalBusinessElections</p>';
    expect(read(newsPage({ title: TITLE, above, body: paragraphs(ENGLISH) })).paragraphs).toEqual(ENGLISH);
  });

  it('does not read the next article that the page loads below', () => {
    const next = `<article><h1>Another headline altogether</h1>${paragraphs(ENGLISH.map((t) => t.replace('the', 'another')))}</article>`;
    const html = newsPage({ title: TITLE, body: paragraphs(ENGLISH) }).replace('</main>', `${next}</main>`);
    expect(read(html).paragraphs).toEqual(ENGLISH);
  });

  it('puts paragraphs back that advertising parts into containers', () => {
    const long = ENGLISH.map((text) => `${text} ${text.toUpperCase()}`);
    const part = (texts: readonly string[]) => `<div class="wrap"><div class="part">${paragraphs(texts)}</div></div>`;
    const body = `${part(long.slice(0, 3))}<div class="ad">Buy!</div>${part(long.slice(3, 4))}<div class="ad">Buy!</div>${part(long.slice(4))}`;
    expect(read(newsPage({ title: TITLE, body })).paragraphs).toEqual(long);
  });

  it('parts paragraphs at double line breaks and joins lines at single ones', () => {
    const [a = '', b = '', c = '', d = ''] = ENGLISH;
    const body = `<div>${a}<br><br>${b}<br>${c}<br/> <br/>${d}</div>`;
    expect(read(newsPage({ title: TITLE, body })).paragraphs).toEqual([a, `${b} ${c}`, d]);
  });

  it('reads Chinese and Japanese, which have no spaces', () => {
    const chinese = [
      '两国部长星期一在港口城市会面，签署了一项关于捕鱼权的协议。',
      '根据协议，双方渔船可以在十月至三月期间在海峡捕鱼，部门在声明中说。',
      '北部村庄的渔民抗议了数周，他们担心大型渔船会把鱼捕光，反对党称协议是投降，并将在议会投反对票。',
    ];
    const zh = complete(
      newsPage({ lang: 'zh-CN', title: '两国就海峡捕鱼达成协议', site: '每日例报', body: paragraphs(chinese) }),
    );
    expect(zh).toMatchObject({
      kind: 'article',
      lang: 'zh',
      title: '两国就海峡捕鱼达成协议',
      text: chinese.join('\n'),
    });
    const japanese = [
      '両国の閣僚は月曜日、港町で会談し、漁業権に関する協定に署名した。',
      '協定によると、双方の漁船は十月から三月まで海峡で操業できると、同省は声明で述べた。',
      '北部の村の<ruby>漁師<rt>りょうし</rt></ruby>たちは数週間にわたり抗議しており、大型船が魚を取り尽くすことを恐れている。',
    ];
    const ja = complete(
      newsPage({ lang: 'ja', title: '両国、海峡の漁業で合意', site: '例日新聞', body: paragraphs(japanese) }),
    );
    expect(ja).toMatchObject({ kind: 'article', lang: 'ja' });
    expect(ja.text).toContain('北部の村の漁師たちは');
  });

  it.each([
    [
      'hi',
      'दोनों देशों ने समुद्र में मछली पकड़ने पर समझौता किया',
      'मंत्रियों ने सोमवार को बंदरगाह शहर में मुलाकात की और मछली पकड़ने के अधिकारों पर समझौते पर हस्ताक्षर किए।',
      '२३ जून २०२५, 7:21 PM IST',
      '2025-06-23T19:21+05:30',
    ],
    [
      'bn',
      'মাছ ধরা নিয়ে দুই দেশের চুক্তি',
      'দুই দেশের মন্ত্রীরা সোমবার বন্দর শহরে বৈঠক করেন এবং মাছ ধরার অধিকার নিয়ে একটি চুক্তিতে সই করেন।',
      'আপডেট : ০৬:১২ অপরাহ্ন, সোমবার, ২৩ জুন ২০২৫',
      '2025-06-23T18:12',
    ],
    [
      'ar',
      'البلدان يتفقان على الصيد في المضيق',
      'التقى وزيرا البلدين يوم الاثنين في مدينة الميناء ووقعا اتفاقا حول حقوق الصيد في المضيق بين البلدين.',
      'الاثنين ٢٣ يونيو ٢٠٢٥ - ٠٧:٢١ م',
      '2025-06-23T19:21',
    ],
    [
      'he',
      'שתי המדינות הסכימו על הדיג במצר',
      'שרי שתי המדינות נפגשו ביום שני בעיר הנמל וחתמו על הסכם בדבר זכויות הדיג במצר שבין שתי המדינות.',
      '23 ביוני 2025, 19:21',
      '2025-06-23T19:21',
    ],
    [
      'ru',
      'Две республики договорились о рыболовстве в проливе',
      'Министры двух республик встретились в понедельник в портовом городе и подписали соглашение о рыболовстве.',
      '23 июня 2025, 19:21 МСК',
      '2025-06-23T19:21+03:00',
    ],
  ])('reads an article in %s with its visible date', (lang, title, sentence, stamp, publishedAt) => {
    const texts = [1, 2, 3, 4, 5].map((n) => `${sentence} (${n}) ${sentence}`);
    const page = complete(
      newsPage({ lang, title, site: 'Example', body: `<div><span>${stamp}</span></div>${paragraphs(texts)}` }),
    );
    expect(page).toMatchObject({ kind: 'article', title, lang, publishedAt, text: texts.join('\n') });
  });

  it('takes the date by the headline, not the clock above it nor a day in the text', () => {
    const body = `<div>Updated: 23 June 2025, 18:12</div>${paragraphs([...ENGLISH, 'The last agreement was signed on 4 May 2011 in the same hall.'])}`;
    const clock = '<p>06:32 AM, Monday, 6 October 2025</p>';
    expect(complete(newsPage({ title: TITLE, above: clock, body })).publishedAt).toBe('2025-06-23T18:12');
    expect(complete(newsPage({ title: TITLE, above: clock, body: paragraphs(ENGLISH) })).publishedAt).toBeNull();
    const told = paragraphs(['HARBOURTOWN, 4 May 2011: The agreement was signed in the hall.', ...ENGLISH]);
    expect(complete(newsPage({ title: TITLE, body: told })).publishedAt).toBeNull();
  });

  it('resolves the canonical address and accepts web addresses only', () => {
    const at = (href: string) =>
      read(newsPage({ title: TITLE, head: `<link rel="canonical" href="${href}">`, body: paragraphs(ENGLISH) }))
        .canonicalUrl;
    expect(at('/world/fishing?x=1')).toBe('https://daily.example/world/fishing?x=1');
    expect(at('javascript:alert(1)')).toBeNull();
    expect(read(newsPage({ body: '' }), 'file:///tmp/a.html').url).toBeNull();
  });

  it('reads on where a saved page hides its article until a script has run', () => {
    const html = newsPage({ title: TITLE, body: paragraphs(ENGLISH) }).replace('<main>', '<div hidden id="S:1"><main>');
    expect(read(html).paragraphs).toEqual(ENGLISH);
  });

  it('does not read as text what no browser shows: a title that was not closed holds the rest of its page', () => {
    const swallowed = `<html><head></head><body>Broken<title>${TITLE}${ENGLISH.join(' ')}</title></body></html>`;
    expect(read(swallowed)).toMatchObject({ kind: 'empty', paragraphs: [] });
  });

  it('never throws on broken pages', () => {
    const html = newsPage({
      title: TITLE,
      head: '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
      body: paragraphs(ENGLISH),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(html.length), fc.nat(40), fc.string({ maxLength: 12 })), { maxLength: 12 }),
        (cuts) => {
          let broken = html;
          for (const [at, length, insert] of cuts) broken = broken.slice(0, at) + insert + broken.slice(at + length);
          const reading = read(broken);
          expect(typeof reading.title).toBe('string');
          expect(reading.kind === 'article' || reading.paragraphs.length === 0).toBe(true);
        },
      ),
      { numRuns: runsOf(60) },
    );
  });

  it.each<readonly [string, string]>([
    ['deep', paragraphs(ENGLISH) + '<div>'.repeat(50_000)],
    ['wide', paragraphs(ENGLISH) + '<b>x</b>'.repeat(30_000)],
    ['deep and wide', `${'<div class="share">'.repeat(150)}${paragraphs(ENGLISH)}${filler(9000)}`],
  ])('reads the largest text of a page that is too %s for Readability, quickly and saying so', (_, body) => {
    const document = parseDocument(newsPage({ title: TITLE, body }));
    const start = Date.now();
    const reading = readPage(document, URL);
    expect(Date.now() - start).toBeLessThan(5000);
    expect(reading.paragraphs.slice(0, 5)).toEqual(ENGLISH);
    expect(reading.coarse).toBe(true);
  });

  it('reads a page of more text than any article has from its beginning, so far, saying so', () => {
    const sentence = 'The committee met again and the minister spoke about the harvest in the valley. ';
    const long = Array.from({ length: 3600 }, (_, at) => `Day ${at}: ${sentence.repeat(14)}`);
    const { paragraphs: read, coarse } = readPage(
      parseDocument(newsPage({ title: TITLE, body: paragraphs([...ENGLISH, ...long]) })),
      URL,
    );
    const letters = read.reduce((sum, { length }) => sum + length, 0);
    expect(read.slice(0, 5)).toEqual(ENGLISH);
    expect(letters).toBeGreaterThan(2_900_000);
    expect(letters).toBeLessThan(3_100_000);
    expect(coarse).toBe(true);
  });
});
