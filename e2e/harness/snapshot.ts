import * as v from 'valibot';

const linkSchema = v.object({
  href: v.string(),
  rel: v.string(),
  target: v.string(),
  outlet: v.string(),
  lang: v.string(),
  date: v.string(),
  host: v.string(),
});

/** What a real popup or panel shows, read off its document. */
const snapshotSchema = v.object({
  /** `unread`, `reading`, `read` or `failed`; null while nothing is drawn. */
  state: v.nullable(v.string()),
  dir: v.string(),
  lang: v.string(),
  text: v.string(),
  title: v.nullable(v.object({ text: v.string(), lang: v.string(), dir: v.string() })),
  facts: v.array(v.string()),
  notice: v.nullable(v.string()),
  stories: v.array(v.string()),
  background: v.array(v.string()),
  groups: v.array(
    v.object({
      lang: v.string(),
      title: v.string(),
      sameLanguage: v.boolean(),
      pairs: v.array(v.string()),
      links: v.array(linkSchema),
    }),
  ),
  /** Every report, those of the background too. */
  links: v.array(linkSchema),
  confidence: v.nullable(v.string()),
  /** Elements that only markup taken from a page could have made. */
  strangers: v.number(),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/**
 * The expression that reads it, over `document`. A string, because it runs inside pages of two browsers, by the
 * debugger in one and by a frame script in the other, and a compiled function would bring helpers along.
 */
export const SNAPSHOT_SOURCE = `(() => {
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const text = (root, selector) => { const found = root.querySelector(selector); return found ? found.textContent.trim() : ''; };
  const links = (root) => all(root, 'a.report-link').map((link) => ({
    href: link.href, rel: link.rel, target: link.target, lang: link.hreflang, outlet: text(link, '.outlet'),
    date: text(link.closest('li'), 'time'), host: text(link.closest('li'), '.host'),
  }));
  const root = document.querySelector('[data-state]');
  const title = document.querySelector('.article-title');
  const notice = document.querySelector('.notice');
  return {
    state: root ? root.dataset.state : null,
    dir: document.documentElement.dir,
    lang: document.documentElement.lang,
    text: document.body.innerText,
    title: title && { text: title.textContent, lang: title.lang, dir: title.dir },
    facts: all(document, '.facts li').map((item) => item.textContent.trim()),
    notice: notice && notice.innerText,
    stories: all(document, '.story, .glance').map((story) => story.dataset.story),
    background: all(document, '#background .moment').map((story) => story.dataset.story),
    groups: all(document, '.group').map((group) => ({
      lang: group.dataset.lang,
      title: text(group, '.story-title'),
      sameLanguage: group.closest('.same-language') !== null,
      pairs: all(group, '.pair-words').map((pair) => all(pair, 'bdi').map((word) => word.textContent).join(' ↔ ')),
      links: links(group),
    })),
    links: links(document),
    confidence: text(document, '.confidence') || null,
    strangers: all(document.body, 'img:not(.brand img), iframe, object, embed, svg, style, #root script').length,
  };
})()`;

/** Checks what came back from a browser. */
export function parseSnapshot(value: unknown): Snapshot {
  return v.parse(snapshotSchema, value);
}
