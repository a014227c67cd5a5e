import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { AskDialog, type AskResult } from './ask';
import type { Choice } from './conversation-state';
import { record, type Turn, turnOf } from './turn';

/** At most this many titles: more are not read on a small screen, and the right one is among them 19 times in 20. */
const TITLES_SHOWN = 3;

export interface ProposeOptions {
  topics: string[];
  /** `doubt`: « Vouliez-vous dire… », none of them fails the attempt. `instead`: the same, in place of an answer already
   *  shown. `close`: neighbours of a refused answer. `related`: after a « Oui ». */
  why: 'doubt' | 'instead' | 'close' | 'related';
}

export type ProposeResult = { kind: 'topic'; topic: string } | { kind: 'none-of-these' } | { kind: 'words' };

const QUESTIONS = {
  doubt: 'propose.ask',
  instead: 'propose.instead',
  close: 'triage.close-subjects',
  related: 'answer.confirmed-related',
} as const;

/** Offers titles; ends with the one chosen, with none of them, or with other words. */
export class ProposeDialog extends Dialog<ProposeOptions> {
  static readonly id = 'propose';

  constructor() {
    super(ProposeDialog.id);
  }

  override async beginDialog(dc: DialogContext, { topics, why }: ProposeOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const doubtful = why === 'doubt' || why === 'instead';
    const choices = titlesOf(turn, topics);
    if (doubtful) choices.push({ choice: 'none-of-these', title: turn.ports.texts.say('propose.none-of-these') });
    record(turn, 'topics-proposed', { topics: choices.flatMap(({ topic }) => topic ?? []), why });
    return dc.beginDialog(AskDialog.id, {
      kind: doubtful ? 'proposal' : 'subjects',
      text: turn.ports.texts.say(QUESTIONS[why]),
      choices,
    });
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    return dc.endDialog(resultOf(result));
  }
}

function titlesOf({ ports: { knowledge } }: Turn, topics: readonly string[]): Choice[] {
  return topics
    .flatMap((topic): Choice[] => {
      const title = knowledge.article(topic)?.title;
      return title ? [{ choice: 'topic', title, topic }] : [];
    })
    .slice(0, TITLES_SHOWN);
}

function resultOf(result: AskResult): ProposeResult {
  if (result.kind !== 'choice') return { kind: 'words' };
  return result.topic ? { kind: 'topic', topic: result.topic } : { kind: 'none-of-these' };
}
