/** A host of the test network that offers an index, as `index build` makes it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { gkgLine } from '../../lib/inputs/gkg.testing';
import { warcRecords } from '../../lib/inputs/samples.testing';
import { ROOT } from '../harness';
import { DOMAIN } from './network';

export const INDEX_HOST = `index${DOMAIN}`;
export const INDEX_ADDRESS = `https://${INDEX_HOST}/news/manifest.json`;

/** A crawler brought its page home. */
const CRAWLED = {
  lang: 'pt',
  url: 'https://jornal.example/sismo-na-albania',
  title: 'Terremoto de magnitude 6,4 abala Gjirokaster, na Albânia, e deixa ao menos 23 mortos',
  text: 'Um forte terremoto de magnitude 6,4 atingiu na quinta-feira Gjirokaster, no sul da Albânia, e deixou ao menos 23 mortos e 140 feridos. O primeiro-ministro Edi Rama disse que equipes de resgate da Grécia estavam a caminho.',
};
/** Of these a program noted headline and names. */
const LISTED = {
  lang: 'es',
  url: 'https://diario.example/terremoto',
  title: 'Un terremoto de magnitud 6,4 sacude Gjirokaster, en Albania, y deja al menos 23 muertos',
};
const OTHER = { lang: 'pt', url: 'https://jornal.example/2', title: 'Feira de livros abre em Coimbra' };

/** The reports of the index that match. */
export const INDEXED = [CRAWLED.url, LISTED.url];

export interface IndexHost {
  /** What is offered: the newer of two builds, the older, or the newer with a shard that is not what its name says. */
  offer: 'newer' | 'older' | 'damaged';
  answer(url: string, response: ServerResponse): void;
  close(): void;
}

/** Builds an index twice: of a web archive as Common Crawl packs them, then of a translated file of GDELT as well. */
export function makeIndexHost(): IndexHost {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-index-'));
  const build = (name: string, input: Uint8Array): string => {
    writeFileSync(join(folder, name), input);
    const command = [join(ROOT, 'node_modules/.bin/tsx'), join(ROOT, 'lib/cli/main.ts'), 'index', 'build'];
    const paths = ['--out', join(folder, 'index'), join(folder, name)];
    execFileSync(process.execPath, [...command, ...paths], { stdio: 'pipe' });
    return readFileSync(join(folder, 'index/manifest.json'), 'utf8');
  };
  const date = new Date(Date.now() - 3_600_000).toISOString();
  const archive = warcRecords([{ ...CRAWLED, date }]).map((record) => gzipSync(record));
  const older = build('CC-NEWS-00001.warc.gz', Buffer.concat(archive));
  const place = '4#Gjirokaster, Gjirokaster, Albania#AL#AL45#1234#40.0758#20.1389#-110937';
  const list =
    gkgLine({ ...LISTED, date }, 1, { translatedFrom: 'spa', persons: ['Edi Rama'], place }) +
    gkgLine({ ...OTHER, date }, 2, { translatedFrom: 'por', persons: [], place: '1#Portugal#PO#PO##39.5#-8#PO' });
  const csv = '20260101000000.translation.gkg.csv';
  const newer = build(`${csv}.zip`, zipSync({ [csv]: Buffer.from(list) }));
  return {
    offer: 'newer',
    answer(url, response) {
      const path = normalize(url.replace('/news/', ''));
      if (path === 'manifest.json') return void response.end(this.offer === 'older' ? older : newer);
      const file = join(folder, 'index', path);
      if (path.startsWith('.') || !existsSync(file)) return void response.writeHead(404).end();
      const bytes = readFileSync(file);
      if (this.offer === 'damaged') bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      response.end(bytes);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
