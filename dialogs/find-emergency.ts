import { slipsBetween } from '../src/search/damerau';
import { wordsOf } from './phrases';
import type { Emergency } from './ports';

/** Where an emergency's words stand in a message. */
export interface FoundEmergency {
  emergency: Emergency;
  /** Offsets in the message's text, from the first of the words to behind the last. */
  start: number;
  end: number;
}

/** A word of a message, folded, and where it stands in the text. */
interface Token {
  word: string;
  start: number;
  end: number;
}

/** A phrase found among tokens: `from` and `to` (behind the last) count them, `slips` is how far it is from its spelling. */
interface Place {
  from: number;
  to: number;
  slips: number;
}

/** A letter typed wrong is forgiven from this length on; shorter words are too near to each other. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 9;

/** Most words are typed so, and stay as they are. */
const PLAIN = /^[a-z0-9]+$/;

/** « jarrive » holds the word « arrive ». */
const ELIDED = /^[jndlmstc][aeiouyh]/;

/** The first emergency whose words stand in the message, typed as people in distress type. Words that also stand in a phrase
 *  of `unless`, spelt at least as well, are no emergency: « mourir de rire » excuses its own « mourir », and no other. */
export function findEmergency(text: string, emergencies: readonly Emergency[]): FoundEmergency | undefined {
  const tokens = tokensOf(text);
  for (const emergency of emergencies) {
    const places = placesOf(emergency.words, tokens);
    const excused = places.length > 0 ? placesOf(emergency.unless, tokens) : [];
    const place = places.find((found) => !excused.some((excuse) => excuses(excuse, found)));
    const [first, last] = place ? [tokens[place.from], tokens[place.to - 1]] : [];
    if (first && last) return { emergency, start: first.start, end: last.end };
  }
  return undefined;
}

function excuses(excuse: Place, found: Place): boolean {
  return excuse.from < found.to && found.from < excuse.to && excuse.slips <= found.slips;
}

function placesOf(phrases: readonly string[], tokens: readonly Token[]): Place[] {
  const byLetter = spellingsOf(phrases);
  return tokens.flatMap(({ word: [letter = '', next = ''] }, from) =>
    // The first letter is nearly always right, or an elided one stands before it.
    [...(byLetter.get(letter) ?? []), ...(next === letter ? [] : (byLetter.get(next) ?? []))].flatMap((words) => {
      const slips = slipsAt(words, tokens, from);
      return slips === undefined ? [] : [{ from, to: from + words.length, slips }];
    }),
  );
}

function slipsAt(words: readonly string[], tokens: readonly Token[], from: number): number | undefined {
  let sum = 0;
  for (const [index, word] of words.entries()) {
    const slips = slipsIn(tokens[from + index]?.word ?? '', word);
    if (slips === undefined) return undefined;
    sum += slips;
  }
  return sum;
}

/** Phrases taken apart, by the first letter of their first word: there are hundreds, and each message meets them all. */
type Spellings = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Each list is taken apart once and forgotten with the content it belongs to. */
const takenApart = new WeakMap<readonly string[], Spellings>();

function spellingsOf(phrases: readonly string[]): Spellings {
  const known = takenApart.get(phrases);
  if (known) return known;
  const spellings = new Map<string, string[][]>();
  for (const words of phrases.map((phrase) => tokensOf(phrase).map(({ word }) => word))) {
    const letter = words[0]?.[0];
    if (letter !== undefined) spellings.set(letter, [...(spellings.get(letter) ?? []), words]);
  }
  takenApart.set(phrases, spellings);
  return spellings;
}

/** How a word differs from the one meant; undefined: it is another word. The first letter is nearly always right, and a
 *  short word is not typed too short: « tue » is no « tuer ». */
function slipsIn(typed: string, meant: string): number | undefined {
  if (typed === meant) return 0;
  if (typed[0] !== meant[0])
    return typed[1] === meant[0] && ELIDED.test(typed) && typed.slice(1) === meant ? 0 : undefined;
  if (meant.length < ONE_SLIP_FROM) return undefined;
  if (meant.length === ONE_SLIP_FROM && typed.length < meant.length) return undefined;
  const limit = meant.length < TWO_SLIPS_FROM ? 1 : 2;
  const slips = slipsBetween(typed, meant, limit);
  return slips <= limit ? slips : undefined;
}

/** « j'ai », « j ai » and « jai » are one word: who is in a hurry leaves the apostrophe out. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: typed, index: start } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = PLAIN.test(typed) ? typed : wordsOf(typed).join('');
    const before = tokens.at(-1);
    if (before && /^([jndlmstc]|qu)$/.test(before.word) && /^[aeiouyh]/.test(word)) {
      tokens[tokens.length - 1] = { word: before.word + word, start: before.start, end: start + typed.length };
    } else tokens.push({ word, start, end: start + typed.length });
  }
  return tokens;
}
