import type { Advice } from '../src/contacts/advise';
import { clockWords, momentWords } from './french-time';
import { record, type Turn } from './turn';

/** Ways that are shown at once: what fits on a small screen beside the sentences around it. */
const SHOWN = 4;

/** « Autres façons de nous joindre »: the contacts that serve now, best first, each with when it opens or closes. */
export function sayContacts(turn: Turn, preferred: readonly string[]): void {
  const advice = turn.ports.adviseContacts(preferred, turn.at).slice(0, SHOWN);
  turn.reply.add(advice.map((one) => `- ${contactLine(turn, one)}`).join('\n'));
  record(turn, 'contacts-shown', { contacts: advice.map(({ id }) => id) });
}

/** The best contact for a subject in one line, or undefined when the subject wants none. */
export function bestContactLine(turn: Turn, preferred: readonly string[]): string | undefined {
  if (preferred.length === 0) return undefined;
  const best = turn.ports.adviseContacts(preferred, turn.at).find(({ id }) => preferred.includes(id));
  return best && contactLine(turn, best);
}

function contactLine(turn: Turn, advice: Advice): string {
  const { texts, knowledge } = turn.ports;
  const how = knowledge.render(advice.contact.how, turn.day);
  const line = texts.say('contact.line', { name: advice.contact.name, how });
  return [line, openingWords(turn, advice)].filter(Boolean).join(' ');
}

/** Nothing for what has no hours: it is open at any time, or nobody knows. */
function openingWords(turn: Turn, { open, opensAt, closesAt }: Advice): string {
  const { texts } = turn.ports;
  if (closesAt) return texts.say('contact.open', { time: clockWords(closesAt) });
  if (opensAt) return texts.say('contact.opens', { when: momentWords(opensAt, turn.at, texts) });
  return open === false ? texts.say('contact.closed') : '';
}
