import type { Advice } from '../src/contacts/advise';
import { openingWords } from './opening-words';
import { record, type Turn } from './turn';

/** Ways that are shown at once: what fits on a small screen beside the sentences around it. */
const SHOWN = 4;

/** The contacts that serve now, best first, each with when it opens or closes. `how`: each with what to do; `why`: each
 *  with its reason only, where the way out above them must stay in sight. */
export function sayContacts(turn: Turn, preferred: readonly string[], detail: 'how' | 'why'): void {
  const advice = openAndNext(adviceFor(turn, preferred));
  const line = detail === 'how' ? howLine : whyLine;
  turn.reply.add(advice.map((one) => `- ${line(turn, one)}`).join('\n'));
  record(turn, 'contacts-shown', { contacts: advice.map(({ id }) => id) });
}

/** Just these, in this order, open or not: who can act, and when. */
export function sayTheseContacts(turn: Turn, ids: readonly string[]): void {
  const advice = adviceFor(turn, ids);
  const lines = ids.flatMap((id) => advice.filter((one) => one.id === id || one.contact['instead-of'] === id));
  turn.reply.add(lines.map((one) => `- ${howLine(turn, one)}`).join('\n'));
  record(turn, 'contacts-shown', { contacts: lines.map(({ id }) => id) });
}

/** « Contact conseillé »: the one that serves best now for the subject, with the reason; nothing where it wants none. */
export function sayBestContact(turn: Turn, preferred: readonly string[]): void {
  const isWanted = ({ id, contact }: Advice) =>
    preferred.includes(id) || preferred.includes(contact['instead-of'] ?? '');
  const best = adviceFor(turn, preferred).find(isWanted);
  if (best) turn.reply.say('answer.contact', { contact: whyLine(turn, best) });
}

function adviceFor(turn: Turn, preferred: readonly string[]): Advice[] {
  const { place, cannotPhone } = turn.facts;
  const territory = place?.territory ?? turn.ports.funds.homeTerritory;
  return turn.ports.adviseContacts({ preferred, at: turn.at, territory, cannotPhone });
}

/** What serves now; the last place is kept for the best of what is closed, which says when it opens. */
function openAndNext(advice: readonly Advice[]): Advice[] {
  const closed = advice.filter(({ open }) => open === false).slice(0, 1);
  return [...advice.filter(({ open }) => open !== false).slice(0, SHOWN - closed.length), ...closed];
}

function howLine(turn: Turn, advice: Advice): string {
  const { texts, knowledge } = turn.ports;
  const how = knowledge.render(advice.contact.how, turn.day);
  const line = texts.say('contact.how', { name: advice.contact.name, reason: advice.reason, how });
  return joined(line, openingWords(texts, advice, turn.at, turn.zone));
}

function whyLine(turn: Turn, advice: Advice): string {
  const { texts } = turn.ports;
  const line = texts.say('contact.why', { name: advice.contact.name, reason: advice.reason });
  return joined(line, openingWords(texts, advice, turn.at, turn.zone));
}

function joined(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
