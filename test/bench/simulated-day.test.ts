import fc from 'fast-check';
import { turnsByMinute } from '../../bench/day/day-shape';
import { simulatedDay } from '../../bench/day/simulated-day';

const START = new Date('2026-03-02T00:00:00Z');
const DAY_MS = 24 * 3_600_000;

function arrivals(turns: number) {
  let last = 0;
  return [...simulatedDay(START, turns, () => `conversation-${++last}`)];
}

it('a day has just the turns that were asked for, whatever their number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (turns) => {
      const minutes = [...turnsByMinute(turns)];
      expect(minutes).toHaveLength(24 * 60);
      expect(minutes.every((one) => one >= 0)).toBe(true);
      expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(turns);
    }),
  );
});

it('people arrive in order of time, within the day', () => {
  const times = arrivals(5_000).map(({ at }) => at.getTime() - START.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThanOrEqual(0);
  expect(times.at(-1)).toBeLessThan(DAY_MS);
});

it('each writes ten messages at most, and most more than one', () => {
  const said = new Map<string, number>();
  for (const { conversationId } of arrivals(5_000)) said.set(conversationId, (said.get(conversationId) ?? 0) + 1);
  expect(Math.max(...said.values())).toBe(10);
  expect([...said.values()].filter((messages) => messages > 1).length).toBeGreaterThan(said.size / 2);
});
