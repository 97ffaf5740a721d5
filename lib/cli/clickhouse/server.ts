/** A ClickHouse server of our own: it lives in a temporary folder, answers this machine alone and goes when we go. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CommandError } from '../io';

const SERVER = 'clickhouse-server';
const START_MS = 30_000;

/** Whether there is a server to start. */
export function hasClickHouse(): boolean {
  return spawnSync(SERVER, ['--help']).error === undefined;
}

export class ClickHouse {
  private constructor(
    private readonly folder: string,
    private readonly address: string,
    private readonly server: ChildProcess,
  ) {}

  /** @throws CommandError where the server does not come up */
  static async start(): Promise<ClickHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-clickhouse-'));
    const [http, tcp] = [await freePort(), await freePort()];
    await writeFile(join(folder, 'config.xml'), configOf(folder, http, tcp));
    await writeFile(join(folder, 'users.xml'), USERS);
    const server = spawn(SERVER, [`--config-file=${folder}/config.xml`], { stdio: 'ignore' });
    const clickHouse = new ClickHouse(folder, `http://127.0.0.1:${http}/`, server);
    for (const deadline = Date.now() + START_MS; Date.now() < deadline; await setTimeout(100)) {
      const answer = await clickHouse.query('SELECT 1').catch(() => null);
      if (answer !== null) return clickHouse;
      if (server.exitCode !== null) break;
    }
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    await clickHouse.stop();
    throw new CommandError(`ClickHouse did not start${log && `: ${log.split('\n')[0]}`}`);
  }

  /**
   * Runs a statement and gives the rows of its answer, each an array of strings.
   * @param rows what an INSERT takes, as lines parted by tabs
   */
  async query(statement: string, rows?: string): Promise<string[][]> {
    const address = rows === undefined ? this.address : `${this.address}?query=${encodeURIComponent(statement)}`;
    const response = await fetch(address, { method: 'POST', body: rows ?? statement });
    const text = await response.text();
    if (!response.ok) throw new CommandError(`ClickHouse: ${text.trim()}`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  }

  async stop(): Promise<void> {
    if (this.server.exitCode === null) {
      const ended = new Promise((resolve) => this.server.once('exit', resolve));
      this.server.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function configOf(folder: string, http: number, tcp: number): string {
  return `<yandex>
  <logger><level>error</level><log>${folder}/log</log></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>1000000000</mark_cache_size>
</yandex>
`;
}

const USERS = `<yandex>
  <profiles><default><max_query_size>1000000</max_query_size></default></profiles>
  <users><default>
    <password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>
`;
