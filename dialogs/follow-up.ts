/** Messages that go on with the subject at hand: « et pour mon fils ? », « combien de temps ? », « c'est quel numéro ? ». */
import type { MessageOutcome } from '../src/search/outcome';
import { wasShown } from './attempts';
import { afterOpening, consistsOf } from './phrases';
import type { Turn } from './turn';

/** `contacts`: how to reach whom; `details`: more of the same; `beside`: the same subject for another person or case. */
export type FollowUp = 'contacts' | 'details' | 'beside';

/** A follow-up may begin with these. */
const JOINING = ['et', 'mais'];

/** A longer message says itself what it is about. */
const BESIDE_WORDS = 6;

/** Undefined where there is no subject at hand, or the message stands alone. */
export function followUpOf({ facts, message, ports: { words } }: Turn): FollowUp | undefined {
  if (!facts.attempt?.shown.length) return undefined;
  const is = (phrases: readonly string[]) => consistsOf(message.words, [phrases], [words.fillers, JOINING]);
  if (is(words.followUpContacts)) return 'contacts';
  if (is(words.followUpDetails)) return 'details';
  if (message.words.length > BESIDE_WORDS) return undefined;
  return afterOpening(message.words, words.followUpOpenings)?.length ? 'beside' : undefined;
}

/** « Et pour mon fils ? » is read alone first; where that says too little, with the subject at hand: it is another
 *  subject then, or more of the same. */
export function searchWith(turn: Turn, question: string, followUp: FollowUp | undefined): MessageOutcome | 'more' {
  const { search, knowledge } = turn.ports;
  const alone = search.searchMessage(question);
  const [atHand = ''] = turn.facts.attempt?.shown ?? [];
  if (!followUp || alone.kind === 'found' || alone.kind === 'elsewhere' || alone.kind === 'several') return alone;
  const together = search.searchMessage(`${knowledge.article(atHand)?.title ?? ''} ${question}`);
  const isOther = together.kind === 'found' && !wasShown(turn.facts, together.topics[0]?.id ?? '');
  return isOther ? together : 'more';
}
