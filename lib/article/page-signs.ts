import type { LdNode } from './json-ld';
import type { MetaTags } from './metadata';

/** Signs of the kinds of page that are no article, each by itself. `page-kind` weighs them against the text. */

/** Whether one of the page's own nodes (not one inside another) has one of the types. */
export function hasType(nodes: readonly LdNode[], types: RegExp): boolean {
  return nodes.some((node) => node.depth <= 1 && node.types.some((type) => types.test(type)));
}

/** The address of a site as a whole, or of one of its languages. */
export function isRoot(url: string | null): boolean {
  return url !== null && /^https?:\/\/[^/]+\/?(?:[a-z]{2}\/?|index\.\w+)?(?:#.*)?$/i.test(url);
}

const SEARCH_PATH =
  /\/(?:search|suche|recherche|buscar|busca|cerca|ricerca|zoeken|szukaj|arama|hledat|sok|haku|поиск)(?:[/.?#]|$)/i;
const SEARCH_QUERY = /[?&](?:q|s|query|search|search_query|keyword|keywords|suchbegriff|text)=[^&]/i;

/** An address or a statement of search results. */
export function isSearch(url: string | null, nodes: readonly LdNode[]): boolean {
  if (hasType(nodes, /^SearchResultsPage$/)) return true;
  return url !== null && (SEARCH_PATH.test(url) || SEARCH_QUERY.test(url));
}

/** A product with its price: said by the page's type, its structured data, or its microdata. */
export function isShop(document: Document, meta: MetaTags, nodes: readonly LdNode[]): boolean {
  if (/^(?:og:)?product\b/i.test(meta.first('og:type') ?? '')) return true;
  // A newspaper calls its own subscription a product; what is for sale here has an offer.
  const isOffered = ({ types, depth, get }: LdNode) =>
    depth <= 1 && types.some((type) => /^Product(?:Group)?$/.test(type)) && (get('offers') ?? null) !== null;
  if (nodes.some(isOffered)) return true;
  const product = document.querySelector('[itemtype*="schema.org/Product" i]');
  return product?.querySelector('[itemprop~="price"], [itemprop~="offers"]') != null;
}

/** Systems that make forums, as they name themselves. */
const FORUM_SYSTEM = /phpbb|vbulletin|xenforo|discourse|invision|mybb|simple machines|flarum|vanilla forums|woltlab/i;

/** Contributions of readers under a question or a thread's title. */
export function isForum(meta: MetaTags, nodes: readonly LdNode[]): boolean {
  return hasType(nodes, /^(?:DiscussionForumPosting|QAPage)$/) || FORUM_SYSTEM.test(meta.first('generator') ?? '');
}

/** A document shown by the browser's or the site's own viewer. */
export function isPdfView(document: Document): boolean {
  return (
    document.querySelector(
      'embed[type="application/pdf" i], object[type="application/pdf" i], iframe[src*=".pdf" i], .pdfViewer',
    ) !== null
  );
}

/** Many pictures, said by the structured data or counted. */
export function isGallery(document: Document, nodes: readonly LdNode[]): boolean {
  if (hasType(nodes, /^(?:ImageGallery|MediaGallery)$/)) return true;
  return document.querySelectorAll('main figure img, article figure img').length >= MANY_PICTURES;
}

const MANY_PICTURES = 8;

/** A status as the server's page names it, at the start or the end of a title. */
const STATUS =
  /^(?:error\s*|http\s*)?(?:40[0134]|410|429|50[0234])\b|\b(?:error|http)\s*(?:40[0134]|410|429|50[0234])\b/i;

/** "Not found" in the languages that the interface's readers read most. */
const NOT_FOUND =
  /(?:page|article|story) (?:was )?(?:not|could not be) found|page (?:does not|doesn.t) exist|access denied|service unavailable|(?:seite|artikel)[\p{L} ]{0,60} nicht gefunden|page (?:introuvable|non trouvée)|página no (?:encontrada|existe)|página não encontrada|pagina non trovata|pagina niet gevonden|sid(?:an|en|en) (?:hittades inte|ble ikke funnet|blev ikke fundet)|sivua ei löyt|strona nie (?:istnieje|została znaleziona)|stránka nenalezena|сторінк\p{L}* не знайден|страница не найдена|sayfa bulunamad|σελίδα δεν βρέθηκε|الصفحة غير موجودة|صفحه(?: مورد نظر)? (?:یافت|پیدا) نشد|הדף לא נמצא|पृष्ठ नहीं मिला|पेज नहीं मिला|পাতা(?:টি)? (?:পাওয়া|খুঁজে পাওয়া) যায়নি|পৃষ্ঠা(?:টি)? পাওয়া যায়নি|halaman tidak ditemukan|không tìm thấy trang|ไม่พบหน้า|页面不存在|找不到(?:页面|頁面|该页)|ページが見つかりません|페이지를 찾을 수 없/iu;

/** The server's or the site's word that there is nothing here. */
export function isError(title: string, headings: readonly string[]): boolean {
  return [title, ...headings].some((text) => STATUS.test(text.trim()) || NOT_FOUND.test(text));
}

/** A field for a password. */
export function hasPassword(document: Document): boolean {
  return document.querySelector('input[type="password" i]') !== null;
}

/** A player, of the page's own or of another site. */
export function hasPlayer(document: Document): boolean {
  return (
    document.querySelector('video, iframe[src*="youtube" i], iframe[src*="/embed/" i], iframe[src*="player" i]') !==
    null
  );
}
