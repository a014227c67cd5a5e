import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { AskDialog, type AskResult } from './ask';
import type { Choice } from './conversation-state';
import { record, turnOf } from './turn';

/** At most this many titles: more are not read on a small screen, and the right one is among them 19 times in 20. */
const TITLES_SHOWN = 3;

export interface ProposeOptions {
  topics: string[];
  /** `doubt`: « Vouliez-vous dire… », none of them fails the attempt. `instead`: the same, in place of an answer already
   *  shown. `close`: neighbours of a refused answer. `related`: after a « Oui ». */
  why: 'doubt' | 'instead' | 'close' | 'related';
}

export type ProposeResult = { kind: 'topic'; topic: string } | { kind: 'none-of-these' } | { kind: 'words' };

type Step = WaterfallStepContext<ProposeOptions>;

const QUESTIONS = {
  doubt: 'propose.ask',
  instead: 'propose.instead',
  close: 'triage.close-subjects',
  related: 'answer.confirmed-related',
} as const;

/** Offers titles; ends with the one chosen, with none of them, or with other words. */
export class ProposeDialog extends WaterfallDialog<ProposeOptions> {
  static readonly id = 'propose';

  constructor() {
    super(ProposeDialog.id, [propose, conclude]);
  }
}

async function propose(step: Step): Promise<DialogTurnResult> {
  const turn = turnOf(step.context);
  const { texts, knowledge } = turn.ports;
  const { topics, why } = step.options;
  const doubtful = why === 'doubt' || why === 'instead';
  const choices = topics
    .flatMap((topic): Choice[] => {
      const title = knowledge.article(topic)?.title;
      return title ? [{ choice: 'topic', title, topic }] : [];
    })
    .slice(0, TITLES_SHOWN);
  if (doubtful) choices.push({ choice: 'none-of-these', title: texts.say('propose.none-of-these') });
  record(turn, 'topics-proposed', { topics: choices.flatMap(({ topic }) => topic ?? []), why });
  return step.beginDialog(AskDialog.id, {
    kind: doubtful ? 'proposal' : 'subjects',
    text: texts.say(QUESTIONS[why]),
    choices,
  });
}

async function conclude(step: Step): Promise<DialogTurnResult> {
  return step.endDialog(resultOf(step.result as AskResult));
}

function resultOf(result: AskResult): ProposeResult {
  if (result.kind !== 'choice') return { kind: 'words' };
  return result.topic ? { kind: 'topic', topic: result.topic } : { kind: 'none-of-these' };
}
