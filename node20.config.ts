/** What Vitest 5 needs of a newer Node: without Map.groupBy, which Node 20 lacks, a failing run hides why. */
import { groupBy } from './lib/cli/group-by.ts';

if (!Object.hasOwn(Map, 'groupBy')) Object.defineProperty(Map, 'groupBy', { value: groupBy });
