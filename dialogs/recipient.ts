import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { AskDialog, type AskResult } from './ask';
import type { OwnTicket } from './ports';
import { TriageDialog } from './triage';
import { record, type Turn, turnOf } from './turn';

/** The newest message to an advisor that somebody still follows. */
export function openTicket({ ports }: Turn): OwnTicket | undefined {
  return ports.tickets.own.find(({ isFollowed }) => isFollowed);
}

/** A person with an open ticket writes: « Pour votre conseiller », or « Une autre question »? Asked once a message. */
export class RecipientDialog extends Dialog {
  static readonly id = 'recipient';

  constructor() {
    super(RecipientDialog.id);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { texts } = turn.ports;
    const before = turn.facts.unrouted;
    turn.facts = { ...turn.facts, unrouted: [before, turn.message.text].filter(Boolean).join('\n') };
    turn.wayOutShown = true;
    return dc.beginDialog(AskDialog.id, {
      kind: 'recipient',
      text: texts.say('ticket.for-whom'),
      choices: [
        { choice: 'for-advisor', title: texts.say('ticket.for-advisor') },
        { choice: 'other-question', title: texts.say('ticket.other-question') },
      ],
    });
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const text = turn.facts.unrouted ?? '';
    if (result.kind !== 'choice') return dc.replaceDialog(RecipientDialog.id);
    turn.facts = { ...turn.facts, unrouted: null };
    if (result.choice === 'other-question') return dc.replaceDialog(TriageDialog.id, { question: text });
    const ticket = openTicket(turn);
    if (!ticket) return dc.replaceDialog(TriageDialog.id, { question: text });
    addToTicket(turn, ticket, text);
    turn.reply.say('ticket.added', { number: ticket.number });
    return dc.endDialog();
  }
}

/** The words go to the advisor with the turn's commit. */
export function addToTicket(turn: Turn, ticket: OwnTicket, text: string, attachments?: readonly string[]): void {
  turn.ticketMessages.push({ ticketId: ticket.id, text, attachments });
  turn.answered = true;
  record(turn, 'ticket-message-added');
}
