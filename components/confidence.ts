import type { MessageKey, Ui } from './ui';

/** A probability in words, with the number behind it. */
export function confidenceIn(ui: Ui, score: number): string {
  const key: MessageKey = score >= 0.9 ? 'confidenceHigh' : score >= 0.75 ? 'confidenceMedium' : 'confidenceLow';
  return ui.text(key, ui.percent(score));
}
