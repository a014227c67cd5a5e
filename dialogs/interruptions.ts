import { MENU } from './incoming-message';
import { escalate, writeToAdvisor } from './escalation';
import { findEmergency, sayEmergency } from './emergency';
import { type AnsweredLanguage, foreignLanguage } from './languages';
import { consistsOf } from './phrases';
import { sayContacts } from './recommend-contact';
import { record, type Turn } from './turn';

/** Longest message that is read: about two pages. The rest of a longer one would be guessed at. */
export const MESSAGE_CHARACTERS_LIMIT = 4_000;

/** What is seen before any dialog, whatever is pending. `handled`: the reply is said and the dialogs are left alone.
 *  `start-over`: the same, and the dialogs are dropped. null: the message goes to the dialogs. */
export type Interruption = 'handled' | 'start-over' | null;

/** In this order: safety first, then what no dialog could read, then what is asked in so many words. */
export function interrupt(turn: Turn): Interruption {
  const { message, ports } = turn;
  const emergency = findEmergency(message.words, ports.knowledge.emergencies);
  if (emergency) return done(() => sayEmergency(turn, emergency));
  if (message.button) return pressed(turn);
  return unreadable(turn) ?? asked(turn);
}

/** A button: one of the menu, the one just asked, or an old one, which changes nothing. */
function pressed(turn: Turn): Interruption {
  const { message, facts } = turn;
  if (message.button?.ask !== MENU) {
    if (message.button?.ask === facts.pending?.ask) return null;
    return refuse(turn, 'input.old-button');
  }
  switch (message.button.choice) {
    case 'other-ways':
      return otherWays(turn);
    case 'write-to-advisor':
      return facts.escalatedAt === null ? refuse(turn, 'input.old-button') : done(() => writeToAdvisor(turn));
    case 'ask-again':
      return startOver(turn);
    default:
      return refuse(turn, 'input.old-button');
  }
}

function unreadable(turn: Turn): Interruption {
  const { message, ports } = turn;
  if (message.text.length > MESSAGE_CHARACTERS_LIMIT) {
    const { length } = message.text;
    return done(() => {
      turn.reply.say('input.too-long', { length, limit: MESSAGE_CHARACTERS_LIMIT });
      record(turn, 'input-refused', { why: 'too-long' });
    });
  }
  // Shorter words are « mon », « est », « : » around what was masked.
  if (message.masked.length > 0 && !/\p{L}{4}/u.test(message.text)) return refuse(turn, 'input.only-masked');
  if (message.text === '') return refuse(turn, message.hasAttachment ? 'input.not-text' : 'input.empty');
  if (message.words.length === 0) return refuse(turn, 'input.no-words');
  if (!/[\p{L}\p{N}]/u.test(message.text) && !isThumb(turn)) return refuse(turn, 'input.no-words');
  const language = foreignLanguage(message.text, message.words, ports.knowledge.languages);
  return language && done(() => sayLanguage(turn, language));
}

/** An emoji that says yes or no to what was asked; any other asks nothing. */
function isThumb({ facts, message, ports }: Turn): boolean {
  const { yes, no, fillers } = ports.words;
  return facts.pending !== null && consistsOf(message.words, [...yes, ...no], fillers);
}

/** Asked in so many words, with nothing else in the message. */
function asked(turn: Turn): Interruption {
  const { message, ports, facts } = turn;
  const { words } = ports;
  const is = (phrases: readonly string[]) => consistsOf(message.words, phrases, words.fillers);
  if (is(words.writeToAdvisor)) return facts.escalatedAt ? done(() => writeToAdvisor(turn)) : wantsHuman(turn);
  if (consistsOf(message.words, words.human, [...words.humanFillers, ...words.fillers])) return wantsHuman(turn);
  if (is(words.otherWays)) return otherWays(turn);
  if (is(words.startOver)) return startOver(turn);
  if (is(words.help)) return done(() => turn.reply.say('input.help', { limit: ports.escalationAttempts }));
  if (is(words.insults)) return refuse(turn, 'input.insult');
  if (is(words.thanks)) return done(() => turn.reply.say('input.thanks'));
  if (is(words.greetings)) return done(() => sayHello(turn));
  return null;
}

/** The first time the rule is explained and the other ways are shown; the second time counts as the last failed attempt. */
function wantsHuman(turn: Turn): Interruption {
  const humanRequests = turn.facts.humanRequests + 1;
  turn.facts = { ...turn.facts, humanRequests };
  record(turn, 'human-asked', { count: humanRequests });
  return done(() => {
    if (humanRequests > 1 || turn.facts.escalatedAt) escalate(turn, 'escalation.asked');
    else {
      turn.reply.say('human.first', { limit: turn.ports.escalationAttempts });
      sayContacts(turn, [], 'why');
      turn.reply.say('greeting.ask');
    }
  });
}

function otherWays(turn: Turn): Interruption {
  return done(() => {
    turn.reply.say('contact.intro');
    sayContacts(turn, [], 'how');
  });
}

function startOver(turn: Turn): Interruption {
  turn.facts = { ...turn.facts, attempt: null, pending: null, emergency: null };
  turn.reply.say('input.start-over');
  return 'start-over';
}

function sayHello(turn: Turn): void {
  // With a question pending the greeting is answered and the question asked again, below it.
  turn.reply.say('greeting.again');
}

function sayLanguage(turn: Turn, language: AnsweredLanguage): void {
  const { knowledge } = turn.ports;
  if (language === 'en') {
    const phone = knowledge.render('{{fact:telephone-anglais}}', turn.day);
    const abroad = knowledge.render('{{fact:telephone-anglais-etranger}}', turn.day);
    turn.reply.say('language.en', { phone, abroad });
  } else turn.reply.say(`language.${language}`);
  record(turn, 'input-refused', { why: `language-${language}` });
}

function refuse(
  turn: Turn,
  key: 'input.old-button' | 'input.empty' | 'input.no-words' | 'input.not-text' | 'input.only-masked' | 'input.insult',
): Interruption {
  turn.reply.say(key);
  record(turn, 'input-refused', { why: key });
  return 'handled';
}

function done(say: () => void): Interruption {
  say();
  return 'handled';
}
