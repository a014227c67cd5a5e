/** The same figures cut by how a question is worded and by theme, and where subjects are taken for one another. */
import { inScope, isAmongThree, isFirst, type Judgement } from './judge';
import { mean } from './statistics';

export interface Row {
  name: string;
  questions: number;
  top1: number;
  top3: number;
}

export function rowsBy(judgements: readonly Judgement[], nameOf: (judgement: Judgement) => string): readonly Row[] {
  const groups = groupBy(inScope(judgements), nameOf);
  return [...groups]
    .map(([name, group]) => ({
      name,
      questions: group.length,
      top1: mean(group.map(isFirst)),
      top3: mean(group.map(isAmongThree)),
    }))
    .sort((a, b) => a.top1 - b.top1);
}

/** « wanted → named », the most frequent first. */
export function confusions(judgements: readonly Judgement[], most: number): readonly { pair: string; times: number }[] {
  const wrong = inScope(judgements).filter((judgement) => isFirst(judgement) === 0);
  const pairs = groupBy(wrong, ({ question, topics }) => `${question.topics[0] ?? ''} → ${topics[0] ?? 'none'}`);
  return [...pairs]
    .map(([pair, group]) => ({ pair, times: group.length }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times)
    .slice(0, most);
}

/** The wrong answers given with the most certainty. */
export function worstErrors(judgements: readonly Judgement[], most: number): readonly Judgement[] {
  return inScope(judgements)
    .filter((judgement) => isFirst(judgement) === 0)
    .sort((a, b) => b.sure - a.sure)
    .slice(0, most);
}

export interface Decision {
  threshold: number;
  /** Share answered, share of those right, share of off-topic messages answered. */
  answered: number;
  precision: number;
  offTopic: number;
}

/** What another threshold would do. */
export function decisionTable(judgements: readonly Judgement[], thresholds: readonly number[]): readonly Decision[] {
  const asked = inScope(judgements);
  const offTopic = judgements.filter(({ question }) => question.set === 'off-topic');
  return thresholds.map((threshold) => {
    const answered = asked.filter(({ sure }) => sure >= threshold);
    return {
      threshold,
      answered: answered.length / asked.length,
      precision: mean(answered.map(isFirst)),
      offTopic: mean(offTopic.map(({ sure }) => (sure >= threshold ? 1 : 0))),
    };
  });
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}
