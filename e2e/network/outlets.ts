/** The outlets of the test network: sixty hosts, most of them sound, some slow, broken or hostile. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DOMAIN } from './network';

/** The event that no bundled index knows: as outlets of seven languages report it. */
export const EVENT = {
  en: {
    title: 'Earthquake of magnitude 6.4 shakes Gjirokaster in Albania, at least 23 dead',
    text: 'A strong earthquake of magnitude 6.4 struck Gjirokaster in southern Albania on Thursday, killing at least 23 people and injuring 140. Prime Minister Edi Rama said rescue teams from Greece were on their way.',
  },
  hi: {
    title: 'अल्बानिया के जिरोकास्टर में 6.4 तीव्रता का भूकंप, कम से कम 23 लोगों की मौत',
    text: 'दक्षिणी अल्बानिया के जिरोकास्टर में गुरुवार को 6.4 तीव्रता का भूकंप आया, जिसमें कम से कम 23 लोगों की मौत हो गई और 140 घायल हुए। प्रधानमंत्री एडी रामा ने कहा कि ग्रीस से बचाव दल आ रहे हैं।',
  },
  bn: {
    title: 'আলবেনিয়ার জিরোকাস্টারে ৬.৪ মাত্রার ভূমিকম্প, অন্তত ২৩ জনের মৃত্যু',
    text: 'দক্ষিণ আলবেনিয়ার জিরোকাস্টারে বৃহস্পতিবার ৬.৪ মাত্রার ভূমিকম্পে অন্তত ২৩ জনের মৃত্যু হয়েছে, আহত ১৪০ জন। প্রধানমন্ত্রী এদি রামা বলেছেন, গ্রিস থেকে উদ্ধারকারী দল আসছে।',
  },
  es: {
    title: 'Un terremoto de magnitud 6,4 sacude Gjirokaster, en Albania, y deja al menos 23 muertos',
    text: 'Un fuerte terremoto de magnitud 6,4 sacudió el jueves Gjirokaster, en el sur de Albania, y dejó al menos 23 muertos y 140 heridos. El primer ministro Edi Rama dijo que equipos de rescate de Grecia estaban en camino. Dos helicópteros salieron de Tirana.',
  },
  de: {
    title: 'Erdbeben der Stärke 6,4 erschüttert Gjirokaster in Albanien, mindestens 23 Tote',
    text: 'Ein starkes Erdbeben der Stärke 6,4 hat am Donnerstag Gjirokaster im Süden Albaniens erschüttert. Mindestens 23 Menschen starben, 140 wurden verletzt. Ministerpräsident Edi Rama sagte, Rettungskräfte aus Griechenland seien unterwegs.',
  },
  fr: {
    title: 'Un séisme de magnitude 6,4 secoue Gjirokaster en Albanie, au moins 23 morts',
    text: 'Un fort séisme de magnitude 6,4 a frappé jeudi Gjirokaster, dans le sud de l’Albanie, faisant au moins 23 morts et 140 blessés. Le Premier ministre Edi Rama a annoncé l’arrivée de secours venus de Grèce.',
  },
  ru: {
    title: 'Землетрясение магнитудой 6,4 в Гирокастре в Албании: не менее 23 погибших',
    text: 'Сильное землетрясение магнитудой 6,4 произошло в четверг в Гирокастре на юге Албании, погибли не менее 23 человек, 140 ранены. Премьер-министр Эди Рама сообщил, что из Греции едут спасатели.',
  },
} as const;

export type EventLanguage = keyof typeof EVENT;
const LANGUAGES = Object.keys(EVENT) as EventLanguage[];

/** What else there is: filler that nobody asks about. */
export const OTHER = [
  'Harbour',
  'Library',
  'Orchestra',
  'Bakery',
  'Ferry',
  'Museum',
  'Orchard',
  'Tramway',
  'Lighthouse',
  'Garden',
];

type Kind =
  | 'good'
  | 'headlines'
  | 'slow'
  | 'silent'
  | 'endless'
  | 'bomb'
  | 'wrong-encoding'
  | 'html'
  | 'future'
  | 'moved'
  | 'refused'
  | 'cut';

export interface Outlet {
  readonly host: string;
  readonly name: string;
  readonly lang: EventLanguage;
  readonly kind: Kind;
}

/** One each; the rest is sound. */
const ODD: readonly Kind[] = [
  'slow',
  'silent',
  'endless',
  'bomb',
  'wrong-encoding',
  'html',
  'future',
  'moved',
  'refused',
  'cut',
];

/** So many outlets report the event, two of each language; one of them in a headline alone. */
const REPORTING = 14;
const HEADLINES = 10;

/** Sixty outlets in the languages of the event. */
export const OUTLETS: readonly Outlet[] = Array.from({ length: 60 }, (_, at): Outlet => {
  const kind = at === HEADLINES ? 'headlines' : (ODD[at - REPORTING] ?? 'good');
  return { host: `n${at}${DOMAIN}`, name: `Outlet ${at}`, lang: LANGUAGES[at % LANGUAGES.length] ?? 'en', kind };
});

/** Where an outlet's feed is. */
export const addressOf = ({ host }: Outlet): string => `https://${host}/feed.xml`;

/** The outlets as a catalogue for the package. */
export const CATALOGUE = OUTLETS.map((outlet) => ({
  name: outlet.name,
  english: null,
  lang: outlet.lang,
  country: 'AL',
  kind: 'online',
  address: addressOf(outlet),
  checked: null,
}));

/** How the network stands. */
export interface World {
  /** Which day it is there, counted from the first. */
  day: number;
  /** Whether the event has. */
  happened: boolean;
  /** Whether the feed that never answers does, to whoever waits as well: else they wait as long as the extension does. */
  awake: boolean;
}

/** What a host answers. */
export function answerAs(world: World): (request: IncomingMessage, response: ServerResponse, host: string) => void {
  return (request, response, host) => {
    const outlet = OUTLETS.find((one) => one.host === host);
    if (host === PAPER)
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(eventPage());
    if (outlet === undefined || request.url !== '/feed.xml') {
      // Who reads it may be of any origin: so the browser says where the old address leads.
      response.setHeader('access-control-allow-origin', '*');
      if (host === `new${DOMAIN}`) return send(request, response, feedOf({ ...PLAIN, host }, world));
      return void response.writeHead(404).end();
    }
    ANSWERS[outlet.kind](request, response, outlet, world);
  };
}

/** A paper that nobody follows, whose article is read. */
export const PAPER = `paper${DOMAIN}`;
export const ARTICLE = `https://${PAPER}/2026/gjirokaster-earthquake`;

const PLAIN: Outlet = { host: '', name: 'Moved Outlet', lang: 'en', kind: 'good' };

type Answering = (request: IncomingMessage, response: ServerResponse, outlet: Outlet, world: World) => void;

const asFeed: Answering = (request, response, outlet, world) => send(request, response, feedOf(outlet, world));

const ANSWERS: Readonly<Record<Kind, Answering>> = {
  good: asFeed,
  headlines: asFeed,
  future: asFeed,
  slow: (request, response, outlet, world) => void setTimeout(() => asFeed(request, response, outlet, world), 3000),
  silent(request, response, outlet, world) {
    const timer = setInterval(() => {
      if (!world.awake) return;
      clearInterval(timer);
      asFeed(request, response, outlet, world);
    }, 50);
    response.on('close', () => clearInterval(timer));
  },
  endless(_, response) {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.write('<rss version="2.0"><channel><title>Endless</title><item><title>');
    let sent = 0;
    const more = (): void => {
      if (sent >= 100 * 1024 * 1024) return void response.end();
      sent += 65_536;
      if (!response.destroyed) response.write('a'.repeat(65_536), more);
    };
    more();
  },
  bomb(_, response) {
    const entities = Array.from({ length: 9 }, (__, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss version="2.0"><channel><title>B</title><item><title>&e9;</title><link>https://b.example/1</link></item></channel></rss>`;
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(text);
  },
  'wrong-encoding'(_, response, outlet, world) {
    const text = feedOf({ ...outlet, lang: 'fr' }, world).replace('Harbour', 'Séisme');
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(Buffer.from(text, 'latin1'));
  },
  html: (_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Gone</title><p>Our feeds have moved.');
  },
  moved: (_, response) => {
    response.writeHead(301, { location: `https://new${DOMAIN}/feed.xml` }).end();
  },
  refused: (_, response) => {
    response.writeHead(403).end();
  },
  cut(request, response, outlet, world) {
    send(request, response, feedOf(outlet, world).slice(0, -80));
  },
};

/** Sends a feed, or that it is as it was; and a cookie, which nobody is to send back. */
function send(request: IncomingMessage, response: ServerResponse, text: string): void {
  response.setHeader('set-cookie', 'reader=1; Secure; SameSite=None; Path=/');
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag }).end(text);
}

const HOUR = 3_600_000;

/** An outlet's feed on a day: ten items of that day and of the two before, and the event once it has happened. */
function feedOf({ host, name, lang, kind }: Outlet, { day, happened }: World): string {
  const today = Date.now() - HOUR;
  const items = [0, 1, 2].flatMap((back) =>
    day - back < 0
      ? []
      : OTHER.map((word, at) => {
          const number = (day - back) * 10 + at;
          const time = today - back * 24 * HOUR + (kind === 'future' ? 4000 * 24 * HOUR : 0);
          return item(host, `d${number}`, `${word} ${number} opens again in ${host}`, '', time);
        }),
  );
  const { title, text } = EVENT[lang];
  const reports = OUTLETS.findIndex((outlet) => outlet.host === host) < REPORTING;
  if (happened && reports) items.unshift(item(host, 'event', title, kind === 'headlines' ? '' : text, today));
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
}

function item(host: string, id: string, title: string, text: string, time: number): string {
  const date = new Date(Math.floor(time / HOUR) * HOUR).toUTCString();
  return `<item><title>${title}</title><link>https://${host}/${id}</link><guid>${host}-${id}</guid><description>${text}</description><pubDate>${date}</pubDate></item>`;
}

/** A page that reports the event, to be read. */
function eventPage(): string {
  const { title, text } = EVENT.en;
  const day = new Date().toISOString();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="${day}">
<link rel="alternate" type="application/rss+xml" title="News of the day" href="https://new${DOMAIN}/feed.xml"></head>
<body><article><h1>${title}</h1><p>${text}</p>
<p>Houses fell in the old town of Gjirokaster, whose stone roofs are known far beyond Albania. The ministry of defence sent 300 soldiers.</p>
<p>The earthquake was felt in Tirana and in the Greek city of Ioannina. Schools stay closed on Friday, the government said after a meeting.</p>
</article></body></html>`;
}
