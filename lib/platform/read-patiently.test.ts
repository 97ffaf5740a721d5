import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Result } from './result';
import type { TabState } from './schemas';

const background = vi.hoisted(() => ({ read: vi.fn(), resume: vi.fn(), state: vi.fn() }));
vi.mock('./messages', () => ({ askToReadTab: background.read, askToResume: background.resume }));
vi.mock('./tab-state', () => ({ getTabState: background.state }));

import { PATIENCE_MS, readPatiently } from './read-patiently';

const reading = { status: 'reading', readId: 'new', address: null } as const;
const outcome = (readId: string): TabState => ({
  status: 'failed',
  readId,
  address: null,
  failure: { code: 'file', detail: '' },
});
const never = new Promise<Result<TabState>>(() => {});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

it('gives the answer where one comes', async () => {
  background.state.mockResolvedValue(null);
  background.read.mockResolvedValue({ ok: true, value: outcome('new') });
  expect(await readPatiently(1)).toEqual({ ok: true, value: outcome('new') });
  expect(background.read).toHaveBeenCalledTimes(1);
});

it('has a reading resumed whose answer got lost, and takes its outcome from where it is kept', async () => {
  background.read.mockReturnValue(never);
  background.state.mockResolvedValueOnce(outcome('old')).mockResolvedValueOnce(reading);
  background.state.mockResolvedValue(outcome('new'));
  const reply = readPatiently(1);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(background.resume).toHaveBeenCalledWith(1);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await reply).toEqual({ ok: true, value: outcome('new') });
});

it('asks again where the question got lost: what was known before is no answer', async () => {
  background.read.mockReturnValueOnce(never).mockResolvedValue({ ok: true, value: outcome('new') });
  background.state.mockResolvedValue(outcome('old'));
  const reply = readPatiently(1);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await reply).toEqual({ ok: true, value: outcome('new') });
  expect(background.read).toHaveBeenCalledTimes(2);
});
