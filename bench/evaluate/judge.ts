/** One question put to one engine, and how good the answer was. */
import type { Engine, EngineName } from '../engines/engine';
import type { Question } from './questions';

export interface Judgement {
  question: Question;
  engine: EngineName;
  /** Best first. */
  topics: readonly string[];
  sure: number;
  /** Place of the first good topic, from 1; Infinity: none was named. */
  place: number;
}

export async function judge(engine: Engine, questions: readonly Question[]): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = [];
  for (const question of questions) {
    const { topics, sure } = await engine.rank(question.q);
    judgements.push({ question, engine: engine.name, topics, sure, place: placeOfGood(question, topics) });
  }
  return judgements;
}

function placeOfGood({ topics: wanted, also }: Question, topics: readonly string[]): number {
  const at = topics.findIndex((id) => wanted.includes(id) || also.includes(id));
  return at < 0 ? Infinity : at + 1;
}

export const isFirst = ({ place }: Judgement): number => (place === 1 ? 1 : 0);
export const isAmongThree = ({ place }: Judgement): number => (place <= 3 ? 1 : 0);
export const reciprocalPlace = ({ place }: Judgement): number => 1 / place;

export function inScope(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.filter(({ question: { set } }) => set === 'own' || set === 'elsewhere');
}

export function ofSet(judgements: readonly Judgement[], set: Question['set']): readonly Judgement[] {
  return judgements.filter(({ question }) => question.set === set);
}
