/**
 * What a hostile page, file or index writes where a title is expected: put together from building blocks of our own. Run as
 * code, a payload sets `sidelightRan`; loaded as an address, it asks for `/hit`.
 */

/** The kinds of payload, each by what it abuses. */
export type PayloadKind =
  | 'markup'
  | 'attribute'
  | 'scheme'
  | 'template'
  | 'entity'
  | 'formula'
  | 'markdown'
  | 'invisible'
  | 'look-alike'
  | 'clobbering'
  | 'prototype'
  | 'odd';

export interface Payload {
  readonly kind: PayloadKind;
  readonly text: string;
}

const RUN = 'globalThis.sidelightRan=1';

/** Elements that run code or load something as soon as they exist. */
const elementsThatAct = (hit: string): readonly string[] => [
  `<script>${RUN}</script>`,
  `<script src="${hit}"></script>`,
  `<ScRiPt/x>${RUN}</sCrIpT>`,
  `<img src=x onerror="${RUN}">`,
  `<img src="${hit}">`,
  `<img srcset="${hit} 1x">`,
  `<svg onload="${RUN}">`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'/>#x">`,
  `<math><mtext><img src=x onerror="${RUN}"></mtext></math>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>top.${RUN}</script>"></iframe>`,
  `<object data="${hit}"></object>`,
  `<embed src="${hit}">`,
  `<video src=x onerror="${RUN}"></video>`,
  `<video poster="${hit}"></video>`,
  `<audio src="${hit}" autoplay></audio>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<select autofocus onfocus="${RUN}"></select>`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<link rel=stylesheet href="${hit}">`,
  `<link rel=prefetch href="${hit}">`,
  `<meta http-equiv=refresh content="0;url=${hit}">`,
  `<base href="${hit}">`,
  `<form action="${hit}"><button autofocus>x</button></form>`,
  `<style>@import '${hit}';</style>`,
  `<style>*{background:url(${hit})}</style>`,
  `<template><img src=x onerror="${RUN}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<portal src="${hit}"></portal>`,
  `<x-a onclick="${RUN}" autofocus tabindex=0 onfocus="${RUN}">`,
];

/** What leaves the place that a careless template would put a text into. */
const WAYS_OUT = ['', '">', "'>", '-->', ']]>', '</title>', '</textarea>', '</script>'];

const HANDLERS = 'onerror onload onclick onfocus onmouseover onanimationstart ontransitionend onpointerenter'.split(
  ' ',
);
const QUOTES = ['"', "'", '`', ' '];

const SCHEMES = [
  'javascript:RUN',
  'JaVaScRiPt:RUN',
  ' javascript:RUN',
  '\tjavascript:RUN',
  '\u0000javascript:RUN',
  'java\nscript:RUN',
  'java\tscript:RUN',
  'javascript&colon;RUN',
  'javascript&#58;RUN',
  '&#106;avascript:RUN',
  'javascript://a.example/%0aRUN',
  'view-source:javascript:RUN',
  'feed:javascript:RUN',
  'vbscript:RUN',
  'data:text/html,<script>RUN</script>',
  'data:text/html;base64,PHNjcmlwdD5zaWRlbGlnaHRSYW49MTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=RUN>',
  'data:application/json,{}',
  'blob:https://a.example/0c2f',
  'file:///etc/passwd',
  'filesystem:https://a.example/x',
  'chrome://settings/',
  'about:config',
  'moz-extension://11111111-2222-4333-8444-555555555555/options.html',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/options.html',
  'ws://a.example/',
  'intent://a.example/#Intent;scheme=https;end',
  'mailto:a@a.example',
  'https://user:secret@a.example/',
  'https:\\\\a.example',
  '//a.example/x',
  'https://[::1]:99999/',
];

const TEMPLATES = [
  '{{constructor.constructor("RUN")()}}',
  '{{7*7}}',
  '\u0024{RUN}',
  '#{RUN}',
  '<%= RUN %>',
  '{% include "x" %}',
  '[[\u0024{RUN}]]',
  '{{{RUN}}}',
  '@{RUN}',
  '$1$2$9$$',
  '%s %d %o %c',
  '%3Cscript%3ERUN%3C/script%3E',
  '\\u003cscript\\u003eRUN\\u003c/script\\u003e',
  '\\x3cscript\\x3eRUN\\x3c/script\\x3e',
  '`\u0024{RUN}`',
  "';RUN;//",
  '";RUN;//',
  '*/RUN/*',
  '\u2028RUN\u2029',
];

const ENTITIES = [
  '&lt;script&gt;RUN&lt;/script&gt;',
  '&amp;lt;script&amp;gt;RUN',
  '&#60;script&#62;RUN&#60;/script&#62;',
  '&#x3c;img src=x onerror=RUN&#x3e;',
  '&#0000060script&#0000062RUN',
  '&LT;b&GT;x',
  '&nbsp;&shy;&zwj;&ZeroWidthSpace;',
  '&#0;&#xD800;&#x110000;',
  '&unknown;&;&#;&#x;',
  '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">&b;',
];

const FORMULAS = [
  "cmd|' /C calc'!A1",
  'HYPERLINK("HIT","x")',
  'WEBSERVICE("HIT")',
  'IMPORTXML("HIT","//a")',
  'SUM(1,1)',
];
const FORMULA_STARTS = ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '＋', '－', '＠', ';=', '"=', '\n=', "'="];

const MARKDOWN = [
  '[x](javascript:RUN)',
  '![x](HIT)',
  '[x]: HIT',
  '](javascript:RUN)',
  '<HIT>',
  'HIT',
  '# x',
  '1. x',
  '- x',
  '> x',
  '```\nx\n```',
  '~~~x~~~',
  '**x** __x__ *x* _x_',
  '| a | b |\n|---|---|',
  '<details><summary>x</summary></details>',
  '@someone #1 a.example/b#2',
  'www.a.example',
  '[^1]: x',
  '$$x$$',
  '<!-- x -->',
];

/** Marks that turn, hide or join what stands around them. */
export const INVISIBLE_MARKS = [
  ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u2063\u115f\u3164\u{e0041}',
];

const LOOK_ALIKES = [
  'https://bbс.example/', // a Cyrillic с
  'https://xn--bb-1lc.example/',
  'https://аррle.example/',
  'https://ａ.example/',
  'https://a.example.evil.example/',
  'https://a.example@evil.example/',
  'https://evil.example/https://a.example/',
  'https://a.example\u2044evil.example/',
  'https://a%2eexample/',
  'https://a。example/',
  'https://①②⑦.0.0.1/',
  'https://0x7f.1/',
  'https://www.www.a.example/',
  'https://a-very-long-name-that-hides-what-follows.a.example.evil.example/',
];

const NAMES_TO_CLOBBER =
  'document body head forms root getElementById cookie chrome browser globalThis addEventListener'.split(' ');
const KEYS_TO_POLLUTE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];

const ODD = [
  '\u0000',
  '\u0000\u0001\u0008\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\ud800',
  '\udfff\ud800',
  'a\u0301'.repeat(40),
  '🏴\u{e0067}\u{e0062}\u{e007f}👩‍👩‍👧‍👦',
  '﷽'.repeat(10),
  'ﷺ',
  'x'.repeat(900),
  ' '.repeat(300),
  '\r\n\r\nSet-Cookie: a=b',
  '../../../../etc/passwd',
  'CON.txt',
  'NaN',
  'null',
  'undefined',
  'true',
  '1e999',
  '[object Object]',
];

/** @param hit the address that a payload loads */
export function makePayloads(hit: string): readonly Payload[] {
  const of = (kind: PayloadKind, texts: readonly string[]): Payload[] =>
    texts.map((text) => ({ kind, text: text.replaceAll('RUN', RUN).replaceAll('HIT', hit) }));
  const payloads = [
    ...of(
      'markup',
      elementsThatAct(hit).flatMap((element) => [element, ...WAYS_OUT.slice(1, 4).map((way) => way + element)]),
    ),
    ...of(
      'markup',
      WAYS_OUT.slice(4).flatMap((way) =>
        elementsThatAct(hit)
          .slice(0, 6)
          .map((element) => way + element),
      ),
    ),
    ...of(
      'attribute',
      HANDLERS.flatMap((handler) => QUOTES.map((quote) => `x${quote} ${handler}=${RUN} a=${quote}`)),
    ),
    ...of('scheme', SCHEMES),
    ...of('template', TEMPLATES),
    ...of('entity', ENTITIES),
    ...of(
      'formula',
      FORMULA_STARTS.flatMap((start) => FORMULAS.map((formula) => start + formula)),
    ),
    ...of('markdown', MARKDOWN),
    ...of(
      'invisible',
      INVISIBLE_MARKS.map((mark) => `safe${mark}gpj.exe`),
    ),
    ...of('look-alike', LOOK_ALIKES),
    ...of(
      'clobbering',
      NAMES_TO_CLOBBER.flatMap((name) => [`<a id=${name}>`, `<form name=${name}><input name=${name}></form>`]),
    ),
    ...of(
      'prototype',
      KEYS_TO_POLLUTE.flatMap((key) => [key, `{"${key}":{"sidelightRan":1}}`]),
    ),
    ...of('odd', ODD),
  ];
  return [...new Map(payloads.map((payload) => [payload.text, payload])).values()];
}

/** Such a payload has not run if none of this is seen. */
export const RAN = 'Boolean(globalThis.sidelightRan || Object.prototype.sidelightRan)';
