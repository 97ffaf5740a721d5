import { expect, it } from 'vitest';
import { encodeShard } from './encode-shard';
import { article } from './samples.testing';
import { openShard } from './shard';
import { countStatisticsSteps, runSteps, statisticsSteps } from './statistics';

it('takes as many steps as are counted beforehand, so that progress comes to its end', () => {
  const sizes = [100, 33, 5];
  const shards = sizes.map((size, shard) =>
    openShard(
      `shard ${shard}`,
      encodeShard(Array.from({ length: size }, (_, i) => article(`${shard}.${i}`, 'en', ['btn', `w${i}`]))),
    ),
  );
  let steps = 0;
  const statistics = runSteps(statisticsSteps(shards), () => {
    steps++;
  });
  expect(statistics.documents).toBe(138);
  expect(steps).toBe(countStatisticsSteps(sizes));
});
