import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { DateTime } from 'luxon';
import { frenchDate } from '../src/knowledge/render';
import { AskDialog, type AskResult } from './ask';
import type { OwnTicket } from './ports';
import { TriageDialog } from './triage';
import { record, type Turn, turnOf } from './turn';

/** Files that the fund itself treats are followed in the ameli account: the article that says so. */
const FILE_TOPIC = 'message-delais';

/** « Où en est ma demande ? »: asks which kind is meant, and tells a ticket's status. */
export class TrackTicketDialog extends Dialog {
  static readonly id = 'track-ticket';

  constructor() {
    super(TrackTicketDialog.id);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { texts } = turnOf(dc.context).ports;
    return dc.beginDialog(AskDialog.id, {
      kind: 'which-request',
      text: texts.say('ticket.which-kind'),
      choices: [
        { choice: 'ticket', title: texts.say('ticket.kind-ticket') },
        { choice: 'file', title: texts.say('ticket.kind-file') },
      ],
    });
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    if (result.kind === 'choice' && result.choice === 'file')
      return dc.replaceDialog(TriageDialog.id, { topic: FILE_TOPIC });
    if (result.kind === 'choice') return tellOwn(dc, turn);
    const found = await turn.ports.tickets.find(turn.message.text, turn.at);
    if (found) {
      sayStatus(turn, found);
      return dc.endDialog();
    }
    if (!/\d{2}/.test(turn.message.text)) return dc.replaceDialog(TriageDialog.id);
    turn.reply.say('ticket.not-found');
    return dc.endDialog();
  }
}

async function tellOwn(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
  const { texts, tickets } = turn.ports;
  for (const ticket of tickets.own) sayStatus(turn, ticket);
  if (tickets.own.length > 0) return dc.endDialog();
  const text = texts.say('ticket.ask-number', { example: tickets.example });
  return dc.beginDialog(AskDialog.id, { kind: 'ticket-number', text, choices: [] });
}

/** The status, and the advisor's last answer: whoever has closed the tab reads it here. */
function sayStatus(turn: Turn, { number, subject, status, createdAt, answer }: OwnTicket): void {
  const words = turn.ports.texts.say(`ticket.status-${status}`);
  turn.reply.say('ticket.status', { number, day: dayWords(createdAt), subject, status: words });
  if (answer) {
    turn.reply.say('ticket.answer', { author: answer.author, day: dayWords(answer.at) });
    turn.reply.add(answer.text);
  }
  turn.answered = true;
  record(turn, 'ticket-status-told', { status });
}

function dayWords(at: Date): string {
  return frenchDate(DateTime.fromJSDate(at, { zone: 'Europe/Paris' }).toISODate() ?? '');
}
