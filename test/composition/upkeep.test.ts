import { loadContent } from '../../src/knowledge/load-content';
import { startUpkeep } from '../../src/composition/upkeep';
import { smallContent } from '../knowledge/small-content';

const { content } = loadContent(smallContent());

/** What is logged as an error by the first round of everything, on this day. */
async function firstRound(day: string): Promise<unknown[]> {
  const errors: unknown[] = [];
  const nothing = () => Promise.resolve(0);
  const upkeep = startUpkeep({
    conversations: { answerLeftBehind: nothing, forgetRepeatKeys: nothing },
    advisors: { forgetExpired: nothing },
    attachments: { forgetLoose: nothing },
    content: { current: () => ({ knowledge: { content } }), look: nothing },
    clock: { now: () => new Date(`${day}T12:00:00Z`) },
    log: { error: (what: unknown, words: string) => errors.push([what, words]), info: () => undefined },
  } as never);
  await upkeep.stop();
  return errors;
}

test('emergency numbers that nobody has checked for a year ring, by name; the number is said all the same', async () => {
  expect(await firstRound('2026-11-30')).toEqual([]);
  expect(await firstRound('2028-01-01')).toEqual([
    [{ facts: ['numero'] }, 'emergency numbers are said, and their review is overdue'],
  ]);
});
