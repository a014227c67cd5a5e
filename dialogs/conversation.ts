import { type DialogContext, DialogTurnStatus } from 'botbuilder-dialogs';
import { escalate } from './escalation';
import { forgetLapsed, UNANSWERED_TURNS_LIMIT } from './attempts';
import { leaveEmergency } from './emergency';
import { withText } from './incoming-message';
import { type Interruption, interrupt } from './interruptions';
import { consistsOf } from './phrases';
import { addToTicket, openTicket, RecipientDialog } from './recipient';
import { TriageDialog } from './triage';
import { record, type Turn } from './turn';

type TakeOver = Extract<Interruption, object>;

/** One message, from its first reading to the reply. What is seen before any dialog comes first; then the dialog that
 *  waits for it; a message nobody waits for is a question. */
export async function converse(turn: Turn, dc: DialogContext): Promise<void> {
  turn.facts = forgetLapsed(turn.facts, turn.at);
  sayMasked(turn);
  const before = turn.facts.pending;
  const interruption = interrupt(turn);
  if (interruption === 'start-over') await dc.cancelAllDialogs();
  if (interruption === null) await carryOn(turn, dc);
  else if (typeof interruption === 'object') await takeOver(turn, dc, interruption);
  else if (turn.facts.pending && turn.facts.pending === before) askAgain(turn);
  finish(turn);
}

/** The greeting of a new conversation. */
export function greet(turn: Turn): void {
  turn.reply.say('greeting.hello');
  turn.reply.say('greeting.scope');
  turn.reply.say('greeting.caution');
  turn.reply.say('greeting.ask');
  turn.reply.offerMenu('other-ways');
  record(turn, 'conversation-started');
}

async function carryOn(turn: Turn, dc: DialogContext): Promise<void> {
  if (turn.facts.emergency && !resumeAfterEmergency(turn)) return;
  if (await toAdvisor(turn, dc)) return;
  const result = await dc.continueDialog();
  if (result.status === DialogTurnStatus.empty) await dc.beginDialog(TriageDialog.id);
}

/** In place of what waits, or above it: what waits is then asked again. */
async function takeOver(turn: Turn, dc: DialogContext, { begin, above, options }: TakeOver): Promise<void> {
  if (!above) {
    await dc.cancelAllDialogs();
    turn.facts = { ...turn.facts, pending: null };
  }
  await dc.beginDialog(begin, options);
}

/** With an open ticket, words that nothing waits for may be the advisor's: the person is asked, unless an advisor has just
 *  answered; then they go there at once, and the assistant keeps silent. */
async function toAdvisor(turn: Turn, dc: DialogContext): Promise<boolean> {
  const ticket = openTicket(turn);
  if (!ticket || turn.facts.pending || turn.message.button) return false;
  if (ticket.advisorPresent) {
    addToTicket(turn, ticket, turn.message.text);
    turn.silent = true;
    return true;
  }
  await dc.cancelAllDialogs();
  await dc.beginDialog(RecipientDialog.id);
  return true;
}

/** Whether there is something to go on with: what was kept, or what the person now says instead. */
function resumeAfterEmergency(turn: Turn): boolean {
  const answered = turn.message.button !== null || saysContinue(turn);
  const kept = leaveEmergency(turn);
  if (!answered) return true;
  if (kept) {
    turn.message = withText(turn.message, kept);
    return true;
  }
  if (turn.facts.pending) askAgain(turn);
  else turn.reply.say('emergency.resume');
  return false;
}

function saysContinue(turn: Turn): boolean {
  const { words } = turn.ports;
  return consistsOf(turn.message.words, [words.continue], [words.fillers]);
}

/** After an interruption the pending question is asked again, with its buttons. */
function askAgain(turn: Turn): void {
  const { pending, emergency } = turn.facts;
  if (!pending) return;
  if (!emergency) turn.reply.add(pending.text);
  turn.reply.offer(pending.ask, pending.choices);
}

/** What every reply ends with: the way out when it is due, and the buttons that stay on the screen. */
function finish(turn: Turn): void {
  const { facts } = turn;
  const noticed = facts.emergency !== null;
  if (!noticed) {
    const moving = turn.answered || turn.wayOutShown || facts.draft?.open === true;
    const unansweredTurns = moving ? 0 : facts.unansweredTurns + 1;
    const stuck = unansweredTurns >= UNANSWERED_TURNS_LIMIT;
    turn.facts = { ...facts, unansweredTurns: stuck ? 0 : unansweredTurns };
    if (stuck) escalate(turn, 'escalation.way-out');
  }
  turn.facts = { ...turn.facts, lastTurnAt: turn.at.toISOString() };
  if (turn.silent) return;
  const { draft, escalatedAt } = turn.facts;
  if (draft && !draft.open && !noticed) turn.reply.offerMenu('resume-draft');
  else if (escalatedAt && !draft && !noticed) turn.reply.offerMenu('write-to-advisor');
  turn.reply.offerMenu('other-ways');
}

function sayMasked(turn: Turn): void {
  const { masked } = turn.message;
  if (masked.length === 0) return;
  const { texts } = turn.ports;
  const names = masked.map((kind) => texts.say(`mask.the-${kind as 'nir' | 'iban' | 'card' | 'password'}`));
  turn.reply.say('input.masked', { what: names.join(texts.say('mask.and')) });
  record(turn, 'secret-masked', { kinds: masked });
}
