import type { PendingQuestion } from './conversation-state';
import type { FoundEmergency } from './find-emergency';
import { clausesOf, consistsOf, wordsOf } from './phrases';
import { record, type Turn } from './turn';

/** The right number, that nobody reads along, and two buttons. No feedback question, no related subjects, nothing counted.
 *  What else the message asked is kept for « Continuer ma demande ». */
export function sayEmergency(turn: Turn, found: FoundEmergency): void {
  const { emergency } = found;
  const { texts, knowledge } = turn.ports;
  turn.reply.add(knowledge.render(emergency.say, turn.day));
  turn.reply.say('emergency.nobody-reads');
  const pending: PendingQuestion = {
    ask: turn.nextAsk(),
    kind: 'emergency',
    text: texts.say('emergency.nobody-reads'),
    choices: [
      { choice: 'continue', title: texts.say('emergency.continue') },
      { choice: 'not-an-emergency', title: texts.say('emergency.not-one') },
    ],
  };
  turn.reply.offer(pending.ask, pending.choices);
  const before = turn.facts.emergency;
  const kept = [before?.kept, whatElse(turn, found)].filter(Boolean).join('. ');
  turn.facts = {
    ...turn.facts,
    pending,
    emergency: { kept, pending: before ? before.pending : turn.facts.pending },
  };
  record(turn, 'emergency-noticed', { emergency: emergency.id });
}

/** The emergency notice is answered or passed over: what was pending before is pending again. Answers what was kept. */
export function leaveEmergency(turn: Turn): string {
  const { kept = '', pending = null } = turn.facts.emergency ?? {};
  turn.facts = { ...turn.facts, emergency: null, pending };
  return kept;
}

/** Stands where the emergency's words stood. */
const GAP = '\u0000';

/** What the message asks beside the emergency: its other clauses, and what is left of the emergency's own where that is a
 *  clear question. What nothing is known about is nothing to come back to: « aidez-moi ». */
function whatElse({ message, ports }: Turn, { start, end }: FoundEmergency): string {
  const { help, greetings, thanks, fillers } = ports.words;
  const asksNothing = (words: string[]) => words.length < 2 || consistsOf(words, [help, greetings, thanks], [fillers]);
  const decision = (part: string) => (asksNothing(wordsOf(part)) ? 'none' : ports.search.searchMessage(part).kind);
  const isKnown = (part: string) => decision(part) !== 'none';
  const isClear = (part: string) => isKnown(part) && decision(part) !== 'unsure';
  return clausesOf(message.text.slice(0, start) + GAP + message.text.slice(end))
    .flatMap((clause) => (clause.includes(GAP) ? clause.split(GAP).filter(isClear) : [clause].filter(isKnown)))
    .map((part) => part.trim())
    .join('. ');
}
