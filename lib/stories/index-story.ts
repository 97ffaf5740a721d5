/** Story → what the index keeps of it. */
import type { Fingerprinter } from '../fingerprint/fingerprint';
import type { Form, Term } from '../fingerprint/types';
import type { IndexSource } from '../index/types';
import type { Story, StoryNames } from './story';

/** How much a term counts by where in the story it stands. */
const FIELD_WEIGHT = { title: 1, name: 1.6, topic: 0.8 } as const;
const NUMBER_WEIGHT = 1;
/** A term whose words are so much of an entry stands for it, and may be shown with its translations. */
const WHOLE = 0.8;

interface Draft {
  readonly kind: Term['kind'];
  place: Term['place'];
  /** Weight that each language's words give to the term. */
  readonly byLanguage: Map<string, number>;
  /** The words that gave the term. */
  readonly forms: Map<string, Form>;
  readonly translations: Map<string, Form>;
}

function formKey(form: Form): string {
  return `${form.lang}\n${form.text.toLowerCase()}`;
}

/** Whether a term stands for an entry. A part of a name does; "US" of "US strikes" means something of its own. */
function isMostOf(term: Term, entry: string): boolean {
  return term.kind === 'name' || term.forms.some((form) => form.text.length >= WHOLE * entry.length);
}

function firstOf(forms: string | readonly string[]): string {
  return typeof forms === 'string' ? forms : (forms[0] ?? '');
}

/**
 * A story's terms are those of its titles, names and topics in all its languages. What most languages agree on is what
 * the event is about; a word that only one language's title has says little outside that language. So a term's
 * strength is its weight averaged over the languages of the story.
 */
export function indexStory(story: Story, fingerprinter: Fingerprinter): IndexSource {
  const drafts = new Map<string, Draft>();
  const add = (term: Term, lang: string, weight: number, translations: readonly Form[]): void => {
    let draft = drafts.get(term.key);
    if (!draft) {
      draft = { kind: term.kind, place: 'body', byLanguage: new Map(), forms: new Map(), translations: new Map() };
      drafts.set(term.key, draft);
    }
    if (term.place === 'title') draft.place = 'title';
    draft.byLanguage.set(lang, Math.max(draft.byLanguage.get(lang) ?? 0, weight));
    for (const form of term.forms) draft.forms.set(formKey(form), form);
    for (const form of translations) draft.translations.set(formKey(form), form);
  };
  const addText = (text: string, lang: string, weight: number, translations: readonly Form[] = []): void => {
    const { terms } = fingerprinter.fingerprint({ title: '', text, lang });
    for (const term of terms) add(term, lang, weight, isMostOf(term, text) ? translations : []);
  };
  const addTitle = (title: string, lang: string): void => {
    const { terms } = fingerprinter.fingerprint({ title, text: '', lang });
    for (const term of terms) add(term, lang, FIELD_WEIGHT.title, []);
  };

  const languages = Object.keys(story.titles);
  for (const [lang, title] of Object.entries(story.titles)) addTitle(title, lang);
  const addNames = (names: StoryNames, weight: number): void => {
    const usual = Object.entries(names).map(([lang, forms]): Form => ({ lang, text: firstOf(forms) }));
    for (const [lang, forms] of Object.entries(names)) {
      for (const form of typeof forms === 'string' ? [forms] : forms) addText(form, lang, weight, usual);
    }
  };
  for (const names of [...story.people, ...story.places, ...story.organisations]) addNames(names, FIELD_WEIGHT.name);
  for (const topic of story.topics) addNames(topic, FIELD_WEIGHT.topic);
  for (const number of story.numbers) {
    for (const lang of languages) addText(number, lang, NUMBER_WEIGHT);
  }

  const terms = [...drafts].map(([key, draft]): Term => {
    const sum = [...draft.byLanguage.values()].reduce((total, weight) => total + weight, 0);
    return {
      key,
      kind: draft.kind,
      strength: sum / languages.length,
      place: draft.place,
      forms: [...draft.forms.values()],
      translations: [...draft.translations.values()],
    };
  });
  return {
    document: {
      id: story.id,
      kind: 'story',
      lang: 'mul',
      date: story.date,
      titles: story.titles,
      url: null,
      site: null,
      coverage: story.coverage.map((report) => ({ ...report, headline: null })),
      follows: story.follows,
    },
    terms,
  };
}
