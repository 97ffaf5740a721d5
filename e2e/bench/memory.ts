import { readdirSync, readFileSync } from 'node:fs';

const INTERVAL_MS = 20;

/**
 * Watches the memory of this process's descendants, where the system tells it (Linux).
 *
 * @returns ends the watch: by how many megabytes the one grew that grew most
 */
export function watchMemory(): () => number {
  const before = memoryByProcess();
  const most = new Map(before);
  const look = (): void => {
    for (const [id, bytes] of memoryByProcess()) most.set(id, Math.max(bytes, most.get(id) ?? 0));
  };
  const timer = setInterval(look, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    look();
    const growths = [...most].map(([id, bytes]) => bytes - (before.get(id) ?? bytes));
    return Math.max(0, ...growths) / 1e6;
  };
}

/** Resident bytes of each process below this one. */
function memoryByProcess(): Map<number, number> {
  const memory = new Map<number, number>();
  const parents = new Map<number, number>();
  for (const name of readProcesses()) {
    const id = Number(name);
    const status = readStatus(id);
    parents.set(id, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
    memory.set(id, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
  }
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined && id > 1 && (id === process.pid || isOurs(parents.get(id)));
  return new Map([...memory].filter(([id]) => id !== process.pid && isOurs(id)));
}

function readProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** What the system says of a process; nothing where it has ended meanwhile. */
function readStatus(id: number): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
}
