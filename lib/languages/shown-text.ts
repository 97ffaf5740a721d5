/**
 * What turns text around, or is there and not seen: embeddings, overrides and isolates, fillers, soft hyphens. With them a
 * headline or an outlet's name can be shown as another than it is. Joiners, which spell words, and the marks of a single
 * direction, which Arabic and Hebrew are typed with, stay.
 */
const MISLEADING = /[\u034f\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\ufeff\u00ad\u115f\u1160\u180e\u3164\uffa0]/g;
/** Control characters but for white space: they are shown as nothing, and terminals obey them. */
const CONTROL = /(?!\s)\p{Cc}/gu;

/** A text from elsewhere such that it is shown as the letters that it has, in their order. */
export function shownText(text: string): string {
  return text.replace(MISLEADING, '').replace(CONTROL, '');
}
