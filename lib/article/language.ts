import { eld } from 'eld/extrasmall';
import { lettersOrWords } from './near-languages';
import { isWrittenIn, judgeScript } from './scripts';
import { weightedLength } from './text';

/** Letters below which the detector is a guess: there the page's own word counts for more. */
const SHORT = 200;

/** Languages so near to each other that a text may read as either: the declared one of a group decides in doubt. */
const NEAR = [
  'hi mr ne',
  'id ms',
  'ur fa ar ps',
  'uk ru be bg mk sr',
  'no da sv',
  'hr sr bs sl',
  'cs sk',
  'pt gl es ca',
  'az tr',
  'fi et',
  'nl af',
].map((group) => group.split(' '));

/** Of these the text never decides: as written in Latin letters they are one language with three names. */
const SAME = ['hr', 'sr', 'bs'];

/** Letters that a part is told from: paragraphs are joined up to it, so that no part is a guess. */
const PART = 500;

/**
 * The language of a text as a BCP 47 tag: the one that most of it is in. `declared` is what the page says of itself: it
 * breaks ties between near languages and answers where the text cannot. `und` where nothing tells. Chinese is `zh` in both
 * scripts, Hindi in Latin letters `hi-Latn`; elsewhere the tag is the primary subtag alone.
 */
export function detectLanguage(text: string, declared: string | null): string {
  const said = primarySubtag(declared);
  const weights = new Map<string, number>();
  for (const part of partsOf(text)) {
    const lang = detectPart(part, said);
    weights.set(lang, (weights.get(lang) ?? 0) + weightedLength(part));
  }
  const [most] = [...weights].filter(([lang]) => lang !== 'und').sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? said ?? 'und';
}

/** Paragraphs of one writing, joined until there is enough to tell a language from. */
function partsOf(text: string): string[] {
  const parts: { text: string; script: string }[] = [];
  for (const paragraph of text.split('\n')) {
    const verdict = judgeScript(paragraph, null);
    if (verdict === null) continue;
    const script = 'lang' in verdict ? verdict.lang : verdict.script;
    const open = parts.at(-1);
    if (open !== undefined && open.script === script && open.text.length < PART) open.text += `\n${paragraph}`;
    else parts.push({ text: paragraph, script });
  }
  // A short rest says little on its own.
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (last !== undefined && before?.script === last.script && last.text.length < PART / 2) {
    before.text += `\n${last.text}`;
    parts.pop();
  }
  return parts.map((part) => part.text);
}

/**
 * By its script where that is enough, else by letters and words that only one language has, else by the detector: what
 * one part of a text is in.
 */
function detectPart(text: string, said: string | null): string {
  const verdict = judgeScript(text, said);
  if (verdict === null) return said ?? 'und';
  if ('lang' in verdict) return verdict.lang;
  const { script } = verdict;
  const candidate = said !== null && isWrittenIn(said, script) ? said : null;

  const certain = lettersOrWords(text, script);
  if (certain !== null) return certain;
  const result = eld.detect(stripped(text));
  const found = normal(amongScript(result.getScores(), script));
  if (found === null) return candidate ?? 'und';
  if (candidate === null || candidate === found) return found;
  if (SAME.includes(found) && SAME.includes(candidate)) return candidate;
  const near = NEAR.some((group) => group.includes(found) && group.includes(candidate));
  const short = text.length < SHORT;
  const unsure = !result.isReliable();
  if (near && (short || unsure)) return candidate;
  // Far from each other, only a text that says next to nothing gives way to the page's word.
  return unsure && text.length < SHORT / 4 ? candidate : found;
}

/** The detector reads only the first few hundred bytes: none of them should be numbers or addresses. */
function stripped(text: string): string {
  return text.replace(/https?:\/\/\S+|[\p{N}_@#|]+/gu, ' ');
}

/** The best-scored language that is written in the script. */
function amongScript(scores: Record<string, number>, script: string): string | null {
  let best: string | null = null;
  let top = 0;
  for (const [lang, score] of Object.entries(scores)) {
    if (score > top && isWrittenIn(lang, script)) [best, top] = [lang, score];
  }
  // The detector has no Indonesian and takes it for Malay, which a tenth as many outlets write in.
  return best === 'ms' ? 'id' : best;
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  tl: 'fil',
  iw: 'he',
  in: 'id',
  ji: 'yi',
  cmn: 'zh',
  yue: 'zh',
  mo: 'ro',
  sh: 'sr',
};

function normal(code: string | null): string | null {
  if (code === null || code === '') return null;
  return Object.hasOwn(OTHER_NAMES, code) ? (OTHER_NAMES[code] ?? code) : code;
}

/** The language of a tag or locale as pages write it (`pt-BR`, `bn_BD`, `EN`), without its region. */
export function primarySubtag(declared: string | null): string | null {
  const code = /^\s*([a-z]{2,3})(?![a-z])/i.exec(declared ?? '')?.[1]?.toLowerCase() ?? null;
  return code === 'und' || code === 'mul' || code === 'zxx' ? null : normal(code);
}
