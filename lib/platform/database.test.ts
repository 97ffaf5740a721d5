import Dexie from 'dexie';
import { expect, it, vi } from 'vitest';
import { keep } from './database';

it('tries once more on a new connection of the database that has broken, and of no other', async () => {
  const broken = new Dexie('another');
  const close = vi.spyOn(broken, 'close');
  const gone = Object.assign(new Error('gone'), { name: 'InvalidStateError' });
  const change = vi.fn().mockRejectedValueOnce(gone).mockResolvedValueOnce(undefined);
  expect(await keep(change, broken)).toBeNull();
  expect(change).toHaveBeenCalledTimes(2);
  expect(close).toHaveBeenCalledTimes(1);
});
