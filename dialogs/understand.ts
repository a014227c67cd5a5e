import type { Choice } from './conversation-state';
import type { IncomingMessage } from './incoming-message';
import { afterOpening, consistsOf, wordsOf } from './phrases';
import type { Recognizers } from './ports';
import type { Words } from './words';

/** How a message answers « Cela répond-il à votre question ? »; `rest` is what it says beside yes or no. */
export type Verdict =
  { kind: 'yes' | 'no'; rest: string } | { kind: 'partly' | 'undecided' } | { kind: 'more' } | { kind: 'words' };

/** Beyond this many words a message is a sentence of its own, and a « non » in it answers nothing. */
const RECOGNIZER_WORDS = 3;
/** « oui c'est bon » is a yes; « oui et pour commander la nouvelle ? » a yes and a question. */
const REST_WORDS = 3;

/** Own rules first; the recognizer is asked about short messages only (it takes « je ne sais pas » for a no). */
export async function readVerdict(message: IncomingMessage, words: Words, recognizers: Recognizers): Promise<Verdict> {
  const is = (phrases: readonly string[]) => consistsOf(message.words, [phrases], [words.fillers]);
  if (is(words.partly)) return { kind: 'partly' };
  if (is(words.undecided)) return { kind: 'undecided' };
  if (is(words.more)) return { kind: 'more' };
  if (is(words.no)) return { kind: 'no', rest: '' };
  if (is(words.yes)) return { kind: 'yes', rest: '' };
  const opened = readOpening(message, words);
  if (opened) return opened;
  if (message.words.length > RECOGNIZER_WORDS) return { kind: 'words' };
  const recognised = await recognizers.boolean(message.text);
  return recognised === null ? { kind: 'words' } : { kind: recognised ? 'yes' : 'no', rest: '' };
}

/** « Non, je cherche … », « oui mais … »: the verdict in front, the rest behind it. */
function readOpening(message: IncomingMessage, words: Words): Verdict | undefined {
  const afterNo = afterOpening(message.words, words.no);
  if (afterNo) return { kind: 'no', rest: restOf(message.text, dropReservation(afterNo, words)) };
  const afterYes = afterOpening(message.words, words.yes);
  if (!afterYes) return undefined;
  if (afterOpening(afterYes, words.reservations)) return { kind: 'partly' };
  return { kind: 'yes', rest: restOf(message.text, afterYes) };
}

function dropReservation(rest: string[], words: Words): string[] {
  return afterOpening(rest, words.reservations) ?? rest;
}

/** The last words as they were typed, or nothing when they are too few to ask something. */
function restOf(text: string, rest: readonly string[]): string {
  if (rest.length < REST_WORDS) return '';
  const typed = text.split(/[\s,;:.!?]+/).filter((word) => wordsOf(word).length > 0);
  let kept = typed.length;
  for (let counted = 0; kept > 0 && counted < rest.length;) {
    kept--;
    counted += wordsOf(typed[kept] ?? '').length;
  }
  return typed.slice(kept).join(' ');
}

/** The choice whose title the message repeats. */
export function titledChoice(message: IncomingMessage, choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ title }) => wordsOf(title).join(' ') === message.words.join(' '));
}

/** Which of several choices a message names: its place, its title, « la deuxième », « 2 », or none of them. */
export async function readChoice(
  message: IncomingMessage,
  choices: readonly Choice[],
  words: Words,
  recognizers: Recognizers,
): Promise<Choice | undefined> {
  const titled = titledChoice(message, choices);
  if (titled) return titled;
  const is = (phrases: readonly string[]) => consistsOf(message.words, [phrases], [words.fillers]);
  if (is(words.noneOfThese) || is(words.no)) return choices.find(({ choice }) => choice === 'none-of-these');
  const topics = choices.filter(({ topic }) => topic !== undefined);
  if (topics.length === 0) return undefined;
  if (topics.length === 1 && is(words.yes)) return topics[0];
  const place = words.ordinals.findIndex((phrases) => is(phrases));
  if (place >= 0) return topics[place];
  if (is(words.last)) return topics.at(-1);
  if (message.words.length > RECOGNIZER_WORDS) return undefined;
  const ordinal = await recognizers.ordinal(message.text);
  return ordinal === null ? undefined : topics[ordinal - 1];
}
