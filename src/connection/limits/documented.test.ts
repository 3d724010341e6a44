import { readFileSync } from 'node:fs';
import { HEARTBEAT_INTERVALS, proposeTiming } from '../timing/presets';
import { loadOf, messagesOf, type Load } from './sendingBudget';

const TABLE = readFileSync('docs/limits.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return /^\d+ (min|h)$/.test(cells[1] ?? '') ? [cells.slice(4, 6).map(Number)] : [];
  });

/** How many heartbeats with the timing proposed for an interval stay below a level. */
function mostBelow(interval: number, levels: ReadonlyArray<Load['level']>): number {
  const each = messagesOf(proposeTiming(interval));
  let count = Math.ceil(1000 / each);
  while (!levels.includes(loadOf(count * each, 'organization').level)) {
    count -= 1;
  }
  return count;
}

it('documents how many connections an organization carries, as the code reckons it', () => {
  expect(TABLE).toEqual(
    HEARTBEAT_INTERVALS.map((interval) => [mostBelow(interval, ['fine']), mostBelow(interval, ['fine', 'half'])])
  );
});
