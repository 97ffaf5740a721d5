import { request as ask, createServer } from 'node:http';

/** A proxy that notes every request of a browser and lets through what goes to this machine only. */
export interface Recorder {
  readonly port: number;
  /** Addresses in order; of encrypted connections the host and port. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? '';
    seen.push(address);
    if (!URL.canParse(address) || new URL(address).hostname !== '127.0.0.1') return outgoing.writeHead(502).end();
    const onward = ask(address, { method: incoming.method, headers: incoming.headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket) => {
    seen.push(url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.on('upgrade', ({ url = '' }, socket) => {
    seen.push(url);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('The recorder has no port');
  return {
    port: place.port,
    seen,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
