import type { Block } from './blocks';
import { likeness } from './headline';
import type { MetaTags } from './metadata';
import { isProse, textKey, weightedLength } from './text';
import type { Tracer } from './trace';

/** What the trade calls the sentences between headline and text, as class names have it. */
const LEAD_NAME =
  /(?:^|[^a-z])(?:lead|lede|intro|introduction|standfirst|deck?|sub-?title|sub-?head(?:line|ing)?|summary|excerpt|teaser|chapo|chapeau|vorspann|sommario|entradilla|strapline|perex|ingress|abstract|story-?intro)(?:[^a-z]|$)/;

/** How far below the headline a lead is looked for, in blocks. */
const REACH = 30;
const LEAD_LENGTH = 40;
const LONGEST_LEAD = 1200;

/** Letters of a description that tell it from any other; pages cut theirs short. */
const KNOWN_START = 40;

/** What the page says of itself in a sentence or two. */
export function descriptionsOf(meta: MetaTags, ldDescription: string | null): string[] {
  const all = [
    meta.first('description'),
    meta.first('og:description'),
    meta.first('twitter:description'),
    ldDescription,
  ];
  return all.filter((text) => text !== null).filter((text) => weightedLength(text) >= LEAD_LENGTH);
}

/**
 * Puts the lead back above the text. It stands with the headline, in a header that Readability leaves out. A block
 * between headline and text is the lead where the page describes itself with its words, or where its name says so.
 */
export function withLead(
  body: readonly Block[],
  page: readonly Block[],
  descriptions: readonly string[],
  tracer: Tracer,
): readonly Block[] {
  const start = page.findIndex((block) => !block.beforeHeadline);
  const first = body.find((block) => isProse(block.text));
  if (start < 0 || first === undefined) return body;
  const firstKey = textKey(first.text);
  const found = new Set(body.map((block) => textKey(block.text)));
  const end = page.findIndex((block, index) => index >= start && textKey(block.text) === firstKey);
  const described = descriptions.map(textKey);
  const leads = page.slice(start, Math.min(end < 0 ? start + REACH : end, start + REACH)).filter((block) => {
    const key = textKey(block.text);
    const length = weightedLength(block.text);
    if (block.aside || block.linkShare > 0.5 || length < LEAD_LENGTH || length > LONGEST_LEAD) return false;
    if (key === '' || found.has(key) || firstKey.includes(key)) return false;
    return described.some((description) => sameWords(key, description)) || LEAD_NAME.test(block.name);
  });
  // One lead: what follows it in the same box is a list of points or a line about the authors.
  const [lead] = leads;
  if (lead === undefined) return body;
  tracer.added('lead', lead.text);
  return [lead, ...body];
}

function sameWords(key: string, description: string): boolean {
  const start = Math.min(key.length, description.length);
  if (start >= KNOWN_START / 2 && key.slice(0, start) === description.slice(0, start)) return true;
  return key.slice(0, KNOWN_START) === description.slice(0, KNOWN_START) || likeness(key, description) > 0.9;
}
