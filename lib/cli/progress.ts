/** How far a long command is, on stderr: one line rewritten on a terminal, a line every few seconds in a log. */

/** How many things a long command has done. */
export interface Progress {
  /** Counts `n` more things as done. */
  step(n?: number): void;
  /** Ends the line, if one was ever printed. */
  done(): void;
}

/** Nothing is printed before, so that short commands print nothing. */
const QUIET_MS = 1000;

/** Where progress is shown, and by which clock. */
export interface ProgressPlace {
  readonly now: () => number;
  readonly write: (text: string) => void;
  readonly terminal: boolean;
}

const STDERR: ProgressPlace = {
  now: Date.now,
  write: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
};

/** A line that is printed again and again, now and then. */
export interface ProgressLine {
  /** Prints, when it is time. */
  tick(): void;
  /** Ends the line, if one was ever printed. */
  done(): void;
}

/** A line whose text is asked for when it is printed, with the seconds since the beginning. */
export function createProgressLine(
  textAfter: (seconds: number) => string,
  { now, write, terminal } = STDERR,
): ProgressLine {
  const every = terminal ? 100 : 5000;
  const start = now();
  let next = start + QUIET_MS;
  let printed = false;
  const print = (): void => {
    const text = textAfter((now() - start) / 1000);
    // A shorter line must not leave the end of a longer one standing.
    write(terminal ? `\r${text}\u001B[K` : `${text}\n`);
    printed = true;
  };
  return {
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

/** A counter of things; `total` is how many there will be, where that is known. */
export function createProgress(label: string, total?: number, place?: ProgressPlace): Progress {
  let count = 0;
  const line = createProgressLine((seconds) => countLine(label, count, total, seconds), place);
  return {
    step(n = 1) {
      count += n;
      line.tick();
    },
    done: line.done,
  };
}

/** How many, how fast, and how long still. */
export function countLine(label: string, count: number, total: number | undefined, seconds: number): string {
  const rate = count / Math.max(seconds, 0.001);
  const parts = [`${label} ${count}${total === undefined ? '' : ` of ${total}`}`];
  parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
  if (total !== undefined && count > 0 && count < total) parts.push(`${duration((total - count) / rate)} left`);
  return parts.join(', ');
}

/** Minutes and seconds, and hours where it takes so long. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
