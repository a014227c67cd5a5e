import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Choice, PendingKind } from './conversation-state';
import { turnOf } from './turn';
import { readChoice, readVerdict, titledChoice, type Verdict } from './understand';

export interface AskOptions {
  kind: PendingKind;
  /** Asked now, and again after an interruption. */
  text: string;
  choices: Choice[];
}

/** What came back. `words`: something else was said, most likely the next question. */
export type AskResult =
  | { kind: 'choice'; choice: string; topic?: string }
  | { kind: 'verdict'; verdict: Exclude<Verdict, { kind: 'words' }> }
  | { kind: 'words' };

/** Our one prompt: asks a question with buttons and always ends with the next message, whatever that says. Nobody is
 *  held in it, and nothing is asked twice unless a dialog decides so. */
export class AskDialog extends Dialog<AskOptions> {
  static readonly id = 'ask';

  constructor() {
    super(AskDialog.id);
  }

  override async beginDialog(dc: DialogContext, options: AskOptions): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = options;
    return ask(dc, options);
  }

  /** Something was said in between: the question is asked again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return ask(dc, dc.activeDialog?.state as AskOptions);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { pending } = turn.facts;
    turn.facts = { ...turn.facts, pending: null };
    return dc.endDialog(await understand());

    async function understand(): Promise<AskResult> {
      const { message, ports } = turn;
      if (message.button) return { kind: 'choice', ...choiceOf(message.button) };
      if (pending?.kind === 'feedback') {
        const verdict = await readVerdict(message, ports.words, ports.recognizers);
        return verdict.kind === 'words' ? { kind: 'words' } : { kind: 'verdict', verdict };
      }
      const choices = pending?.choices ?? [];
      const chosen =
        pending?.kind === 'slot'
          ? titledChoice(message, choices)
          : await readChoice(message, choices, ports.words, ports.recognizers);
      return chosen ? { kind: 'choice', ...choiceOf(chosen) } : { kind: 'words' };
    }
  }
}

async function ask(dc: DialogContext, options: AskOptions): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const pending = { ask: turn.nextAsk(), ...options };
  turn.facts = { ...turn.facts, pending };
  turn.reply.add(pending.text);
  turn.reply.offer(pending.ask, pending.choices);
  return Dialog.EndOfTurn;
}

function choiceOf({ choice, topic }: { choice: string; topic?: string | undefined }) {
  return { choice, ...(topic && { topic }) };
}
