/** How far a build is: one line on stderr. */
import type { BuildReport } from './build-report';
import { createProgressLine, duration, type ProgressLine, type ProgressPlace } from './progress';

export interface BuildProgress extends ProgressLine {
  /** Bytes of files read since the last time. */
  bytes(count: number): void;
}

/** `total` is the size of the files that are to be read; 0 where that is not known. */
export function createBuildProgress(report: BuildReport, total: number, place?: ProgressPlace): BuildProgress {
  let read = 0;
  return {
    ...createProgressLine((seconds) => progressLine(report, { read, total, seconds }), place),
    bytes(count) {
      read += count;
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
