import { offerAdvisor } from './attempts';
import { sayContacts, sayTheseContacts } from './recommend-contact';
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

/** Who can act today or at the next opening comes first; the message marked urgent is offered behind it. */
export function sayUrgency(turn: Turn): void {
  turn.wayOutShown = true;
  turn.reply.say('straight.urgent');
  sayTheseContacts(turn, ['telephone', 'accueil', 'rendez-vous']);
  const phone = turn.ports.knowledge.render('{{fact:telephone-national}}', turn.day);
  turn.reply.say('straight.urgent-social', { phone });
  turn.reply.say('straight.urgent-message');
  turn.reply.offerMenu('write-urgent', 'first');
}
