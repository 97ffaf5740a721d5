/** A network of hosts with names, on the loopback interface: one server behind one proxy that every browser is sent to. */
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { makeCertificate } from './certificate';

/** A request that reached one of the hosts. */
export interface SeenRequest {
  readonly host: string;
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

export type Answer = (request: IncomingMessage, response: ServerResponse, host: string) => void;

export interface Network {
  /** What browsers are told to use as a proxy. */
  readonly proxyPort: number;
  /** All requests to hosts of this network. */
  readonly seen: readonly SeenRequest[];
  /** All hosts that anything was to be fetched from, of this network and of others. */
  readonly asked: ReadonlySet<string>;
  /** Forgets what has been seen so far. */
  forget(): void;
  close(): Promise<void>;
}

/** The hosts of the network end so. */
export const DOMAIN = '.feeds.test';

/** Starts the network; what a host answers is up to the caller. Nothing leads out of it. */
export async function startNetwork(answer: Answer): Promise<Network> {
  const seen: SeenRequest[] = [];
  const asked = new Set<string>();
  const sockets = new Set<Socket>();
  const hosts = createServer(makeCertificate(`*${DOMAIN}`), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    seen.push({ host, url: request.url ?? '', method: request.method ?? '', headers: request.headers });
    answer(request, response, host);
  });
  const hostsPort = await listen(hosts);
  const proxy = createProxy((request, response) => {
    asked.add(URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, client: Socket) => {
    const [host = ''] = (request.url ?? '').split(':');
    asked.add(host);
    if (!host.endsWith(DOMAIN)) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const server = connect(hostsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    return undefined;
  });
  const proxyPort = await listen(proxy);
  return {
    proxyPort,
    seen,
    asked,
    forget() {
      seen.length = 0;
      asked.clear();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const server of [proxy, hosts]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

async function listen(server: { listen(port: number, host: string, then: () => void): unknown; address(): unknown }) {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}
