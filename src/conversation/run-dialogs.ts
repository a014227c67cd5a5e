import { type Activity, TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { AnswerDialog } from '../../dialogs/answer';
import { AskDialog } from '../../dialogs/ask';
import { AskPlaceDialog } from '../../dialogs/ask-place';
import { converse, greet } from '../../dialogs/conversation';
import { type Facts, NEW_CONVERSATION, type PendingQuestion, readFacts } from '../../dialogs/conversation-state';
import { readMessage } from '../../dialogs/incoming-message';
import type { DialogPorts } from '../../dialogs/ports';
import { ProposeDialog } from '../../dialogs/propose';
import { RecipientDialog } from '../../dialogs/recipient';
import { Reply } from '../../dialogs/reply';
import { takeOpinion } from '../../dialogs/take-opinion';
import { TellFundDialog } from '../../dialogs/tell-fund';
import { TrackTicketDialog } from '../../dialogs/track-ticket';
import { TriageDialog } from '../../dialogs/triage';
import { WriteToAdvisorDialog } from '../../dialogs/write-to-advisor/write-to-advisor';
import { putTurn, type Turn, type TurnEvent } from '../../dialogs/turn';
import { dayOf } from './day-of';
import { QuietDialogContext } from './quiet-dialog-context';
import { SilentAdapter } from './silent-adapter';

/** The one bridge to botbuilder: a message and a stored state in, a value out. Nothing is written, nothing is sent. */
export interface DialogRun {
  state: ConversationState;
  reply: Reply;
  events: readonly TurnEvent[];
  tickets: Turn['tickets'];
  ticketMessages: Turn['ticketMessages'];
}

/** As it is stored. The stack is disposable: it belongs to `dialogsVersion` and is dropped with it. */
export interface ConversationState {
  facts: Facts;
  dialogsVersion: string;
  dialogState: DialogState;
}

export interface DialogInput {
  activity: Partial<Activity>;
  channel: string;
  /** Names the turn: the questions asked in it are `<turnName>.1`, `<turnName>.2` … */
  turnName: string;
  at: Date;
  stored: unknown;
  ports: DialogPorts;
}

const adapter = new SilentAdapter();

/** One set for all turns, driven directly: no ConversationState, no autosave, no `runDialog`. Dialogs hold nothing of a
 *  conversation; the stack comes and goes with the turn. */
const dialogs = new DialogSet()
  .add(new TriageDialog())
  .add(new AnswerDialog())
  .add(new ProposeDialog())
  .add(new AskDialog())
  .add(new AskPlaceDialog())
  .add(new TellFundDialog())
  .add(new RecipientDialog())
  .add(new TrackTicketDialog())
  .add(new WriteToAdvisorDialog());
const dialogsVersion = dialogs.getVersion();

export async function runDialogs(input: DialogInput): Promise<DialogRun> {
  const state = readState(input.stored);
  const context = new TurnContext(adapter, { ...input.activity, type: input.activity.type ?? 'message' });
  const turn = beginTurn(input, state.facts);
  putTurn(context, turn);
  const isOurs = state.dialogsVersion === dialogsVersion;
  const dialogState = isOurs ? state.dialogState : { dialogStack: [] };

  if (input.activity.type === 'conversationUpdate') greet(turn);
  else if (input.activity.type === 'event') takeOpinion(turn, input.activity.value);
  else if (input.activity.type === 'message') {
    const dc = new QuietDialogContext(dialogs, context, dialogState);
    await resumeLostStack(turn, dc);
    await converse(turn, dc);
  }
  const { facts, reply, events, tickets, ticketMessages } = turn;
  return { state: { facts, dialogsVersion, dialogState }, reply, events, tickets, ticketMessages };

  /** Facts outlive the stack: a pending question without its dialog is put back in place before the message is read. */
  async function resumeLostStack(lost: Turn, dc: DialogContext): Promise<void> {
    const { pending, emergency } = lost.facts;
    const waiting = emergency ? emergency.pending : pending;
    if (dc.stack.length > 0 || !waiting) return;
    const quiet: Turn = { ...lost, reply: new Reply(input.ports.texts), events: [], nextAsk: () => waiting.ask };
    putTurn(context, quiet);
    await dc.beginDialog(...dialogFor(waiting));
    putTurn(context, lost);
  }
}

/** The dialog that a pending question belongs to, and how it begins again. */
function dialogFor(pending: PendingQuestion): [string, object?] {
  switch (pending.kind) {
    case 'slot':
      return [WriteToAdvisorDialog.id, { quiet: true }];
    case 'place':
      return [AskPlaceDialog.id];
    case 'recipient':
      return [RecipientDialog.id];
    case 'which-request':
    case 'ticket-number':
      return [TrackTicketDialog.id];
    case 'feedback':
    case 'missing':
    case 'proposal':
    case 'subjects':
    case 'commune':
    case 'emergency':
      return [TriageDialog.id, { resume: pending }];
  }
}

function beginTurn({ activity, channel, turnName, at, ports }: DialogInput, facts: Facts): Turn {
  let asked = 0;
  return {
    at,
    day: dayOf(at),
    channel,
    zone: activity.localTimezone ?? null,
    message: readMessage(activity, ports.texts),
    facts,
    reply: new Reply(ports.texts),
    events: [],
    ports,
    nextAsk: () => `${turnName}.${++asked}`,
    answered: false,
    wayOutShown: false,
    silent: false,
    tickets: [],
    ticketMessages: [],
  };
}

function readState(stored: unknown): ConversationState {
  if (typeof stored !== 'object' || stored === null) {
    return { facts: NEW_CONVERSATION, dialogsVersion: '', dialogState: { dialogStack: [] } };
  }
  const { facts, dialogsVersion, dialogState } = stored as Partial<ConversationState>;
  return {
    facts: readFacts(facts),
    dialogsVersion: dialogsVersion ?? '',
    // A copy: botbuilder changes its stack in place, and a turn that fails leaves what was stored as it was.
    dialogState: structuredClone(dialogState ?? { dialogStack: [] }),
  };
}
