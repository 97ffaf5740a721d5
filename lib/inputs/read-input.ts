/** Any input → its items: the format is told from the content, never from a name. */
import { readGkg } from './gkg';
import { readJsonFeed } from './json-feed';
import { readArticleLines } from './json-lines';
import { readOpml } from './opml';
import { HEAD_BYTES, sniffFormat } from './sniff';
import { decodeText, encodingOf, peek } from './text-stream';
import { type Format, InputFault, type InputItem } from './types';
import { type PageTools, readWebArchive } from './web-archive';
import { readXmlFeed } from './xml-feed';

/** An input with its format, and its items as they are read. */
export interface OpenInput {
  readonly format: Format;
  readonly items: AsyncGenerator<InputItem>;
}

/**
 * Begins to read an input; `name` is what its items are called by where they have no address. The items never throw for what
 * stands in the input, only where the stream itself does.
 * @throws InputFault where it is of no known format
 */
export async function openInput(chunks: AsyncIterable<Uint8Array>, name: string, tools: PageTools): Promise<OpenInput> {
  const { head, whole } = await peek(chunks, HEAD_BYTES);
  const encoding = encodingOf(head);
  const format = sniffFormat(new TextDecoder(encoding).decode(head));
  if (format === null) {
    // A stream that breaks before it has said anything says why.
    if (head.length === 0) await whole.next();
    await whole.return(undefined);
    throw new InputFault(head.length === 0 ? 'empty' : 'of no format that is read');
  }
  return { format, items: guarded(readItems(format, whole, encoding, name, tools)) };
}

function readItems(
  format: Format,
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  name: string,
  tools: PageTools,
): AsyncGenerator<InputItem> {
  if (format === 'warc') return readWebArchive(bytes, tools);
  const text = decodeText(bytes, encoding);
  if (format === 'articles') return readArticleLines(text);
  if (format === 'gkg') return readGkg(text);
  if (format === 'json-feed') return readJsonFeed(text, name);
  if (format === 'opml') return readOpml(text);
  return readXmlFeed(text, name);
}

/** Turns a fault that ends the reading of a file into its last item. */
async function* guarded(items: AsyncGenerator<InputItem>): AsyncGenerator<InputItem> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const { what, detail, place } = error;
    yield { kind: 'problem', problem: { what, detail: detail ?? 'the rest is not read', place } };
  }
}
