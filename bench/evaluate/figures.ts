/** The figures of our own search over one half of the questions: what the baseline keeps and CI compares. */
import { inScope, isAmongThree, isFirst, type Judgement, ofSet, reciprocalPlace } from './judge';
import { auroc, mean } from './statistics';

export interface Figures {
  questions: number;
  top1: number;
  top3: number;
  mrr: number;
  /** Share answered without asking, and how many of those rightly. */
  answered: number;
  precision: number;
  /** Share of off-topic messages that got an answer. */
  offTopicAnswered: number;
  auroc: number;
  /** Share of the messages with two subjects that have both among the first three. */
  bothSubjects: number;
}

/** `found`: the confidence from which a question is answered at once. */
export function figuresOf(judgements: readonly Judgement[], found: number): Figures {
  const asked = inScope(judgements);
  const offTopic = ofSet(judgements, 'off-topic');
  const answered = asked.filter(({ sure }) => sure >= found);
  return {
    questions: asked.length,
    top1: mean(asked.map(isFirst)),
    top3: mean(asked.map(isAmongThree)),
    mrr: mean(asked.map(reciprocalPlace)),
    answered: answered.length / asked.length,
    precision: mean(answered.map(isFirst)),
    offTopicAnswered: mean(offTopic.map(({ sure }) => (sure >= found ? 1 : 0))),
    auroc: auroc(asked.map(sureOf), offTopic.map(sureOf)),
    bothSubjects: mean(ofSet(judgements, 'two-subjects').map(hasBoth)),
  };
}

function sureOf({ sure }: Judgement): number {
  return sure;
}

function hasBoth({ question, topics }: Judgement): number {
  return question.topics.every((topic) => topics.slice(0, 3).includes(topic)) ? 1 : 0;
}
