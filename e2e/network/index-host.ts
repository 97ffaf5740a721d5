/** A host of the test network that offers an index, as `index build` makes it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { ROOT } from '../harness';
import { DOMAIN } from './network';

export const INDEX_HOST = `index${DOMAIN}`;
export const INDEX_ADDRESS = `https://${INDEX_HOST}/news/manifest.json`;

const REPORT = {
  id: 'pt-1',
  lang: 'pt',
  url: 'https://jornal.example/sismo-na-albania',
  site: 'Jornal de Exemplo',
  title: 'Terremoto de magnitude 6,4 abala Gjirokaster, na Albânia, e deixa ao menos 23 mortos',
  text: 'Um forte terremoto de magnitude 6,4 atingiu na quinta-feira Gjirokaster, no sul da Albânia, e deixou ao menos 23 mortos e 140 feridos. O primeiro-ministro Edi Rama disse que equipes de resgate da Grécia estavam a caminho.',
};

export interface IndexHost {
  /** What is offered: the newer of two builds, the older, or the newer with a shard that is not what its name says. */
  offer: 'newer' | 'older' | 'damaged';
  answer(url: string, response: ServerResponse): void;
  close(): void;
}

/** Builds an index twice, the second time with one more article. */
export function makeIndexHost(): IndexHost {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-index-'));
  const build = (articles: readonly object[]): string => {
    const input = join(folder, 'articles.jsonl');
    writeFileSync(input, articles.map((article) => JSON.stringify(article)).join('\n'));
    const command = [join(ROOT, 'node_modules/.bin/tsx'), join(ROOT, 'lib/cli/main.ts'), 'index', 'build'];
    execFileSync(process.execPath, [...command, '--out', join(folder, 'index'), input], { stdio: 'pipe' });
    return readFileSync(join(folder, 'index/manifest.json'), 'utf8');
  };
  const publishedAt = new Date(Date.now() - 3_600_000).toISOString();
  const older = build([{ ...REPORT, publishedAt }]);
  const other = {
    ...REPORT,
    id: 'pt-2',
    url: 'https://jornal.example/2',
    title: 'Feira de livros abre em Coimbra',
    text: '',
  };
  const newer = build([
    { ...REPORT, publishedAt },
    { ...other, publishedAt },
  ]);
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
