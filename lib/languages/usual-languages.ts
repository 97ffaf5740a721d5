/** The languages that Sidelight's lexicon knows, offered to every reader whatever the index holds. */
export const USUAL_LANGUAGES: readonly string[] =
  'en hi bn ur mr ta te gu pa ne ar fa he tr ru uk pl cs ro de fr es pt it nl el zh ja ko id vi th sw'.split(' ');
