/** RSS 2.0, RSS 1.0 and Atom: one reader, for what they have in common is more than what parts them. */
import { webAddress } from '../article/metadata';
import { type FeedText, feedArticle } from './feed-article';
import { type Capture, captured, escapeHtml, FIELDS, type Field, isMarkupType, isPlainType } from './feed-field';
import { htmlToText } from './html-text';
import { LIMITS } from './limits';
import { type InputItem, type Place, problemItem } from './types';
import { attribute, parseXml, type XmlHandler } from './xml';

/** Fields that may be written as HTML; texts are read as such when the address of the article is known. */
const RICH = new Set<Field>(['title', 'site']);
const TEXTS = new Set<Field>(['content', 'summary']);

/** The items of a feed in XML. */
export async function* readXmlFeed(chunks: AsyncIterable<string>, file: string): AsyncGenerator<InputItem> {
  const reader = new FeedReader(file);
  for await (const _ of parseXml(chunks, reader)) {
    yield* reader.found.splice(0);
    if (reader.full) {
      yield problemItem(`more than ${LIMITS.items} items`, null, 'the rest is not read');
      return;
    }
  }
}

/** An item that is being read. */
interface OpenItem {
  readonly place: Place;
  readonly fields: Map<Field, string>;
  readonly texts: FeedText[];
  /** Depth of its element. */
  readonly depth: number;
  language: string | null;
  /** What its addresses are relative to, itself relative to the feed's. */
  readonly base: string | null;
  about: string | null;
  guidIsAddress: boolean;
  length: number;
}

class FeedReader implements XmlHandler {
  readonly found: InputItem[] = [];
  readonly #file: string;
  readonly #path: string[] = [];
  readonly #feed = new Map<'title' | 'language' | 'link' | 'lang' | 'base', string>();
  #item: OpenItem | null = null;
  #capture: Capture | null = null;
  #items = 0;
  #lastWasCut = false;

  constructor(file: string) {
    this.#file = file;
  }

  get full(): boolean {
    return this.#items > LIMITS.items;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (name === 'item' || name === 'entry') this.#openItem(attributes, line);
    else if (this.#item !== null) this.#openInItem(this.#item, name, parent, attributes);
    else this.#openInFeed(name, parent, attributes);
  }

  text(data: string): void {
    this.#append(data, false);
  }

  close(name: string, cut: boolean): void {
    const depth = this.#path.length;
    this.#path.pop();
    const capture = this.#capture;
    if (capture !== null && depth > capture.depth) {
      this.#append(`</${name.replace(/^.*:/, '')}>`, true);
    } else if (capture !== null && depth === capture.depth) {
      this.#capture = null;
      this.#keep(capture);
    }
    if (this.#item !== null && depth === this.#item.depth) this.#closeItem(this.#item, cut);
    // Where the last item is cut, that says it all.
    else if (cut && depth === 1 && !this.#lastWasCut) this.found.push(problemItem('the file is cut short', null));
  }

  /** Adds to what is being captured, within bounds. */
  #append(text: string, tag: boolean): void {
    if (this.#capture === null) return;
    this.#capture.length += text.length;
    if (this.#item !== null) this.#item.length += text.length;
    const limit = this.#item === null ? LIMITS.title : LIMITS.record;
    if ((this.#item ?? this.#capture).length <= limit) this.#capture.parts.push({ text, tag });
  }

  #openItem(attributes: Readonly<Record<string, string>>, line: number): void {
    // An item does not stand in an item: the one before has lost its end.
    if (this.#item !== null) this.#closeItem(this.#item, true);
    this.#capture = null;
    this.#items++;
    this.#item = {
      place: { unit: 'item', number: this.#items, line },
      fields: new Map(),
      texts: [],
      depth: this.#path.length,
      language: attribute(attributes, 'xml:lang'),
      base: attribute(attributes, 'xml:base'),
      about: attribute(attributes, 'rdf:about'),
      guidIsAddress: true,
      length: 0,
    };
  }

  #openInItem(item: OpenItem, name: string, parent: string, attributes: Readonly<Record<string, string>>): void {
    const depth = this.#path.length;
    if (parent === 'source' && depth === item.depth + 2) {
      // An Atom source is a feed in small, of which only the title is asked for.
      this.#capture = name === 'title' ? captureOf('site', depth, attributes) : null;
      return;
    }
    if (this.#capture !== null) {
      this.#append(startTag(name, attributes), true);
      return;
    }
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (field === undefined || depth !== item.depth + 1) return;
    if (field === 'link') {
      const href = attribute(attributes, 'href');
      const rel = attribute(attributes, 'rel') ?? 'alternate';
      if (href !== null && rel === 'alternate') this.#set(item, 'link', href);
    }
    if (field === 'guid') item.guidIsAddress = attribute(attributes, 'ispermalink')?.toLowerCase() !== 'false';
    if (field === 'title' || field === 'content') item.language ??= attribute(attributes, 'xml:lang');
    if (field === 'content' && !isMarkupType(attribute(attributes, 'type'))) return;
    this.#capture = captureOf(field, depth, attributes);
  }

  #openInFeed(name: string, parent: string, attributes: Readonly<Record<string, string>>): void {
    const depth = this.#path.length;
    if (depth === 1 || name === 'channel') {
      const [lang, base] = [attribute(attributes, 'xml:lang'), attribute(attributes, 'xml:base')];
      if (lang !== null) this.#feed.set('lang', lang);
      if (base !== null) this.#feed.set('base', base);
    }
    if (this.#capture !== null || (parent !== 'channel' && parent !== 'feed')) return;
    if (name === 'title') this.#capture = captureOf('title', depth, attributes);
    else if (name === 'language' || name === 'dc:language') this.#capture = captureOf('language', depth, attributes);
    else if (name === 'link') {
      const href = attribute(attributes, 'href');
      if (href === null) this.#capture = captureOf('link', depth, attributes);
      else if ((attribute(attributes, 'rel') ?? 'alternate') === 'alternate') this.#feed.set('link', href);
    }
  }

  /** Takes over what an element said. */
  #keep(capture: Capture): void {
    const { field } = capture;
    const written = captured(capture);
    if (TEXTS.has(field)) {
      this.#item?.texts.push({ written, html: !capture.literal });
      return;
    }
    const text = RICH.has(field) && !capture.literal ? htmlToText(written) : written.trim();
    if (this.#item !== null) this.#set(this.#item, field, text);
    else if ((field === 'title' || field === 'language' || field === 'link') && text !== '') {
      if (!this.#feed.has(field)) this.#feed.set(field, text);
    }
  }

  #set(item: OpenItem, field: Field, text: string): void {
    if (text !== '' && !item.fields.has(field)) item.fields.set(field, text);
  }

  #closeItem(item: OpenItem, cut: boolean): void {
    this.#item = null;
    this.#capture = null;
    this.#lastWasCut = cut;
    const { fields, texts, place } = item;
    if (item.length > LIMITS.record) this.found.push(problemItem('longer than 10 MB', place));
    else if (cut) this.found.push(problemItem('cut short', place));
    else {
      const guid = fields.get('guid') ?? null;
      const article = {
        title: fields.get('title') ?? '',
        texts,
        links: [fields.get('original'), fields.get('link'), item.about, item.guidIsAddress ? absolute(guid) : null],
        guid,
        published: fields.get('published') ?? null,
        updated: fields.get('updated') ?? null,
        language: item.language ?? fields.get('language') ?? null,
        site: fields.get('site') ?? null,
      };
      const base = this.#feed.get('base') ?? this.#feed.get('link') ?? null;
      const facts = {
        title: this.#feed.get('title') ?? null,
        language: this.#feed.get('language') ?? this.#feed.get('lang') ?? null,
        base: webAddress(item.base, base) ?? base,
      };
      this.found.push(feedArticle(article, facts, place, this.#file));
    }
  }
}

/** An identifier counts as an address only where it is a whole one. */
function absolute(guid: string | null): string | null {
  return guid !== null && /^https?:\/\//i.test(guid) ? guid : null;
}

/** A tag within a text: of its attributes only where a link leads says something. */
function startTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const href = attribute(attributes, 'href');
  const element = name.replace(/^.*:/, '');
  return element === 'a' && href !== null ? `<a href="${escapeHtml(href).replace(/"/g, '&quot;')}">` : `<${element}>`;
}

function captureOf(field: Field, depth: number, attributes: Readonly<Record<string, string>>): Capture {
  return { field, depth, parts: [], length: 0, literal: isPlainType(attribute(attributes, 'type')) };
}
