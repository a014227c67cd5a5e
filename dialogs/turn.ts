import type { TurnContext } from 'botbuilder';
import type { NewTicket } from '../src/tickets/ticket';
import type { Facts } from './conversation-state';
import type { IncomingMessage } from './incoming-message';
import type { DialogPorts } from './ports';
import { Reply } from './reply';

/** What one incoming message may read and change. Dialogs change nothing else. */
export interface Turn {
  /** Set by us, UTC: the only clock of the turn. */
  readonly at: Date;
  /** The same as a day in metropolitan France, ISO: which facts hold today. */
  readonly day: string;
  readonly channel: string;
  /** The person's own time zone (IANA), as far as their device tells it. */
  readonly zone: string | null;
  message: IncomingMessage;
  /** Replaced as a whole, never changed in place. */
  facts: Facts;
  readonly reply: Reply;
  readonly events: TurnEvent[];
  /** Messages to an advisor that this turn sends. */
  readonly tickets: NewTicket[];
  /** What the person adds to a ticket that is open. */
  readonly ticketMessages: { ticketId: string; text: string; attachments?: readonly string[] }[];
  readonly ports: DialogPorts;
  /** A name for the question asked in this turn; the same turn run again gives the same names. */
  nextAsk(): string;
  /** Whether this turn showed an answer or took a « Oui ». */
  answered: boolean;
  /** Whether this turn showed who else can help. */
  wayOutShown: boolean;
  /** An advisor is there: the assistant says nothing. */
  silent: boolean;
}

/** `kind` is one of docs/events.md; `data` never holds the person's words. */
export interface TurnEvent {
  kind: EventKind;
  data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export type EventKind =
  | 'conversation-started'
  | 'question-asked'
  | 'answer-shown'
  | 'topics-proposed'
  | 'answer-confirmed'
  | 'attempt-failed'
  | 'advisor-offered'
  | 'advisor-wanted'
  | 'contacts-shown'
  | 'human-asked'
  | 'emergency-noticed'
  | 'secret-masked'
  | 'input-refused'
  | 'ticket-sent'
  | 'ticket-status-told'
  | 'ticket-message-added'
  | 'files-received'
  | 'opinion-given'
  | 'turn-failed';

const TURN = Symbol('turn');

export function putTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

export function turnOf(context: TurnContext): Turn {
  const turn: unknown = context.turnState.get(TURN);
  if (!turn) throw new Error('no turn was put into this context');
  return turn as Turn;
}

export function record(turn: Turn, kind: EventKind, data: TurnEvent['data'] = {}): void {
  turn.events.push({ kind, data });
}
