/** How far a build is: one line on stderr, rewritten on a terminal, now and then in a log. Silent during the first second. */
import type { BuildReport } from './build-report';
import { duration } from './progress';

const QUIET_MS = 1000;

export interface BuildProgress {
  /** Bytes of files read since the last time. */
  bytes(count: number): void;
  /** Prints, when it is time. */
  tick(): void;
  /** Ends the line, if one was ever printed. */
  done(): void;
}

/** `total` is the size of the files that are to be read; 0 where that is not known. */
export function createBuildProgress(
  report: BuildReport,
  total: number,
  now: () => number = Date.now,
  write: (text: string) => void = (text) => process.stderr.write(text),
  terminal = process.stderr.isTTY === true,
): BuildProgress {
  const start = now();
  const every = terminal ? 200 : 5000;
  let next = start + QUIET_MS;
  let read = 0;
  let printed = false;
  const print = (): void => {
    const line = progressLine(report, { read, total, seconds: (now() - start) / 1000 });
    // A shorter line must not leave the end of a longer one standing.
    write(terminal ? `\r${line}\u001B[K` : `${line}\n`);
    printed = true;
  };
  return {
    bytes(count) {
      read += count;
    },
    tick() {
      if (now() < next) return;
      next = now() + every;
      print();
    },
    done() {
      if (!printed) return;
      print();
      if (terminal) write('\n');
    },
  };
}

/** The line itself. */
export function progressLine(
  report: BuildReport,
  { read, total, seconds }: { read: number; total: number; seconds: number },
): string {
  const articles = report.total('articles') + report.total('repeated');
  const parts = [
    `${articles} articles`,
    `${Math.round(articles / Math.max(seconds, 0.001))}/s`,
    total > 0 ? `${megabytes(read)} of ${megabytes(total)} MB` : `${megabytes(read)} MB`,
    `${report.languages} languages`,
    `${report.total('repeated')} repeated`,
    `${report.total('errors')} errors`,
  ];
  if (total > read && read > 0) parts.push(`${duration((seconds * (total - read)) / read)} left`);
  return parts.join(', ');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
