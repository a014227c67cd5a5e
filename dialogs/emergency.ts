import type { PendingQuestion } from './conversation-state';
import { clausesOf, holds, wordsOf } from './phrases';
import type { Emergency } from './ports';
import { record, type Turn } from './turn';

/** The first emergency whose words stand in the message and whose `unless` do not. */
export function findEmergency(message: readonly string[], emergencies: readonly Emergency[]): Emergency | undefined {
  return emergencies.find(
    ({ words, unless }) =>
      words.some((phrase) => holds(message, phrase)) && !unless.some((phrase) => holds(message, phrase)),
  );
}

/** The right number, that nobody reads along, and two buttons. No feedback question, no related subjects, nothing counted.
 *  What else the message asked is kept for « Continuer ma demande ». */
export function sayEmergency(turn: Turn, emergency: Emergency): void {
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
  const kept = [before?.kept, otherClauses(turn.message.text, emergency)].filter(Boolean).join('. ');
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

/** The clauses of a message that do not hold the emergency's words. */
function otherClauses(text: string, { words }: Emergency): string {
  return clausesOf(text)
    .filter((clause) => wordsOf(clause).length > 1 && !words.some((phrase) => holds(wordsOf(clause), phrase)))
    .join('. ');
}
