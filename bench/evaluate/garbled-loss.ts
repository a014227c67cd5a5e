/** What spelling costs: the same questions as they are and with half of their long words garbled. */
import type { Engine } from '../engines/engine';
import { garble } from './garble';
import { inScope, isFirst, judge } from './judge';
import type { Question } from './questions';
import { mean } from './statistics';

const QUESTIONS = 300;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Points of top-1, 0..1, lost by the mean of the seeds. */
export async function garbledLoss(engine: Engine, questions: readonly Question[]): Promise<number> {
  const chosen = questions.filter(({ set }) => set === 'own' || set === 'elsewhere').slice(0, QUESTIONS);
  const top1 = async (asked: readonly Question[]) => mean(inScope(await judge(engine, asked)).map(isFirst));
  const garbled = SEEDS.map((seed) => top1(chosen.map((question) => ({ ...question, q: garble(question.q, seed) }))));
  return (await top1(chosen)) - mean(await Promise.all(garbled));
}
