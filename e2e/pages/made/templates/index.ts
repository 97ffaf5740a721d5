import type { PageParts } from '../page-parts';
import { bare, legacy } from './bare';
import { columns, components, readMore, twice } from './columns';
import { graph, state } from './data';
import { divisions } from './divisions';
import { liveBlog, namedLiveBlog } from './live';
import { microdata } from './microdata';
import { semantic, teaser, vertical } from './semantic';

/** How a page is made, and what of the story its making leaves unsaid. */
interface Template {
  readonly html: (parts: PageParts) => string;
  readonly omits: readonly ('site' | 'byline' | 'section' | 'address')[];
}

const NOTHING_SAID = ['site', 'byline', 'section', 'address'] as const;

const TEMPLATES = {
  semantic: { html: semantic, omits: [] },
  teaser: { html: teaser, omits: [] },
  vertical: { html: vertical, omits: [] },
  divisions: { html: divisions, omits: [] },
  microdata: { html: microdata, omits: ['section'] },
  graph: { html: graph, omits: [] },
  state: { html: state, omits: ['byline', 'section'] },
  bare: { html: bare, omits: NOTHING_SAID },
  legacy: { html: legacy, omits: NOTHING_SAID },
  columns: { html: columns, omits: ['byline', 'section'] },
  components: { html: components, omits: ['section'] },
  readMore: { html: readMore, omits: ['section'] },
  twice: { html: twice, omits: ['byline', 'section'] },
  liveBlog: { html: liveBlog, omits: ['section'] },
  namedLiveBlog: { html: namedLiveBlog, omits: ['byline', 'section'] },
} satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;

export function templateOf(name: TemplateName): Template {
  return TEMPLATES[name];
}
