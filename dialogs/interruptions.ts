import { MENU } from './incoming-message';
import { AskPlaceDialog } from './ask-place';
import type { Choice } from './conversation-state';
import { escalate, sayUrgency } from './escalation';
import { sayEmergency } from './emergency';
import { findEmergency } from './find-emergency';
import { type AnsweredLanguage, foreignLanguage } from './languages';
import { consistsOf, holdsAny } from './phrases';
import { sayContacts } from './recommend-contact';
import { takeFiles } from './take-files';
import { TrackTicketDialog } from './track-ticket';
import { record, type Turn } from './turn';
import { WriteToAdvisorDialog, type WriteToAdvisorOptions } from './write-to-advisor/write-to-advisor';

/** Longest message that is read: about two pages. The rest of a longer one would be guessed at. */
export const MESSAGE_CHARACTERS_LIMIT = 4_000;

const COMPLAINT_WORDS = 12;

/** What is seen before any dialog, whatever is pending. `handled`: the reply is said and the dialogs are left alone.
 *  `start-over`: the same, and the dialogs are dropped. `begin`: a dialog takes over, in place of those that wait or
 *  above them. null: the message goes to the dialog that waits for it. */
export type Interruption =
  'handled' | 'start-over' | { begin: string; above: boolean; options?: WriteToAdvisorOptions } | null;

/** In this order: safety first, then what no dialog could read, then what is asked in so many words. */
export function interrupt(turn: Turn): Interruption {
  const { message, ports } = turn;
  const emergency = findEmergency(message.text, ports.knowledge.emergencies);
  if (emergency) return done(() => sayEmergency(turn, emergency));
  if (message.button) return pressed(turn);
  if (message.files.length > 0) {
    takeFiles(turn);
    if (message.text === '') return 'handled';
  }
  if (inForm(turn)) return unreadable(turn);
  return unreadable(turn) ?? asked(turn) ?? straightToMessage(turn);
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
      return facts.escalatedAt === null && facts.files.length === 0
        ? refuse(turn, 'input.old-button')
        : writeToAdvisor();
    case 'write-urgent':
      return writeToAdvisor({ urgent: true });
    case 'resume-draft':
      return facts.draft ? writeToAdvisor() : refuse(turn, 'input.old-button');
    case 'drop-draft':
      return dropDraft(turn);
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
  if (inForm(turn)) return null;
  const language = foreignLanguage(message.text, message.words, ports.knowledge.languages);
  return language && done(() => sayLanguage(turn, language));
}

/** An emoji that says yes or no to what was asked; any other asks nothing. */
function isThumb({ facts, message, ports }: Turn): boolean {
  const { yes, no, fillers } = ports.words;
  return facts.pending !== null && consistsOf(message.words, [yes, no], [fillers]);
}

/** Asked in so many words, with nothing else in the message. */
function asked(turn: Turn): Interruption {
  const { message, ports, facts } = turn;
  const { words } = ports;
  const is = (...phrases: (readonly string[])[]) => consistsOf(message.words, phrases, [words.fillers]);
  if (facts.draft && is(words.resumeDraft)) return writeToAdvisor();
  if (is(words.writeToAdvisor)) return facts.escalatedAt || facts.draft ? writeToAdvisor() : wantsHuman(turn);
  if (is(words.trackTicket)) return { begin: TrackTicketDialog.id, above: false };
  if (consistsOf(message.words, [words.human], [words.humanFillers, words.fillers])) return wantsHuman(turn);
  if (isComplaint(turn)) {
    return holdsAny(message.words, words.human) ? wantsHuman(turn) : refuse(turn, 'input.insult');
  }
  if (is(words.yes, words.no)) return bareYesOrNo(turn, is(words.no));
  if (is(words.otherWays)) return otherWays(turn);
  if (is(words.startOver)) return startOver(turn);
  if (is(words.help)) return done(() => turn.reply.say('input.help', { limit: ports.escalationAttempts }));
  if (is(words.insults)) return refuse(turn, 'input.insult');
  if (is(words.thanks)) return done(() => turn.reply.say('input.thanks'));
  if (is(words.greetings)) return done(() => sayHello(turn));
  return null;
}

/** About the assistant itself, and short: in a longer message a question may stand beside it. */
function isComplaint({ message, ports }: Turn): boolean {
  const { botComplaints } = ports.words;
  return message.words.length <= COMPLAINT_WORDS && holdsAny(message.words, botComplaints);
}

/** Yes and no answer some questions only. To « which one? » they are no answer, and nothing is searched for or counted. */
function bareYesOrNo(turn: Turn, isNo: boolean): Interruption {
  const { pending } = turn.facts;
  switch (pending?.kind) {
    case undefined:
      return done(() => turn.reply.say('input.nothing-asked'));
    case 'subjects':
      return isNo ? declined(turn) : whichOne(turn, pending.choices);
    case 'proposal':
      return isNo ? null : whichOne(turn, pending.choices);
    case 'which-request':
    case 'commune':
    case 'recipient':
      return whichOne(turn, pending.choices);
    case 'feedback':
    case 'missing':
    case 'emergency':
    case 'slot':
    case 'place':
    case 'ticket-number':
      return null;
  }
}

/** A « oui » to a single title chooses it; among several it is asked which. */
function whichOne(turn: Turn, choices: readonly Choice[]): Interruption {
  if (choices.filter(({ topic }) => topic !== undefined).length === 1) return null;
  return done(() => turn.reply.say('propose.which'));
}

function declined(turn: Turn): Interruption {
  turn.facts = { ...turn.facts, pending: null };
  turn.reply.say('propose.declined');
  return 'start-over';
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

/** Where the person lives is asked once, before the first list; in the form the postcode is asked anyway. */
function otherWays(turn: Turn): Interruption {
  const { place, placeAsked } = turn.facts;
  if (!placeAsked && !place && !inForm(turn)) return { begin: AskPlaceDialog.id, above: true };
  return done(() => {
    if (place) turn.reply.say('contact.intro');
    else turn.reply.say('contact.intro-default', { place: homeName(turn) });
    sayContacts(turn, [], 'how');
  });
}

function homeName({ ports }: Turn): string {
  return ports.funds.territoryName(ports.funds.homeTerritory);
}

/** An information to transmit, deafness, a stated urgency: no two failures are asked of these people. */
function straightToMessage(turn: Turn): Interruption {
  const { message, ports, facts } = turn;
  const says = (phrases: readonly string[]) => holdsAny(message.words, phrases);
  if (says(ports.words.cannotPhone)) {
    turn.facts = { ...facts, cannotPhone: true };
    turn.reply.say('straight.cannot-phone');
    sayContacts(turn, ['relais-sourds'], 'how');
    return writeToAdvisor();
  }
  if (says(ports.words.urgent)) return done(() => sayUrgency(turn));
  if (!says(ports.words.transmit)) return null;
  turn.reply.say('straight.transmit');
  return writeToAdvisor({ motive: 'transmettre-information' });
}

function writeToAdvisor(options?: WriteToAdvisorOptions): Interruption {
  return { begin: WriteToAdvisorDialog.id, above: false, ...(options && { options }) };
}

function dropDraft(turn: Turn): Interruption {
  turn.facts = { ...turn.facts, draft: null };
  turn.reply.say('form.dropped');
  return 'handled';
}

/** While a slot is asked, words are its answer: only emergencies, buttons and what cannot be read come before it. */
function inForm({ facts }: Turn): boolean {
  return facts.draft?.open === true && facts.pending?.kind === 'slot';
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
