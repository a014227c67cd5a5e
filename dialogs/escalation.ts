import { offerAdvisor } from './attempts';
import { sayContacts } from './recommend-contact';
import type { TextKey } from './text-keys';
import { record, type Turn } from './turn';

/** The way out: « Écrire à un conseiller » first, then the contacts that are open now or open next, then asking again. */
export function escalate(turn: Turn, reason: Extract<TextKey, `escalation.${'offer' | 'asked' | 'way-out'}`>): void {
  turn.facts = offerAdvisor(turn.facts, turn.at);
  turn.wayOutShown = true;
  turn.reply.say(reason);
  turn.reply.offerMenu('write-to-advisor', 'first');
  turn.reply.say('escalation.contacts');
  sayContacts(turn, [], 'why');
  turn.reply.say('escalation.then-ask');
  turn.reply.offerMenu('ask-again');
  record(turn, 'advisor-offered', { why: reason });
}

/** « Écrire à un conseiller » was pressed. The form comes later: until then the honest answer, and who can help now. */
export function writeToAdvisor(turn: Turn): void {
  turn.wayOutShown = true;
  turn.reply.say('escalation.not-open-yet');
  turn.reply.say('escalation.meanwhile');
  sayContacts(turn, ['telephone', 'rendez-vous', 'message-ameli'], 'how');
  turn.reply.say('escalation.then-ask');
  record(turn, 'advisor-wanted');
}
