import type { Commune } from '../src/contacts/communes';
import { holdsAny, startsOf, wordsOf } from './phrases';
import { readPostcode } from './postcode';
import type { Turn } from './turn';

/** A question whose answer is a fund, and the article that goes with it. Plain data: it waits in the dialog stack. */
export type FundQuestion = { topic: string } & (
  | { kind: 'code'; typed: string; code: string }
  | { kind: 'postcode'; postcode: string }
  | { kind: 'commune'; communes: Commune[] }
);

/** « caisse 595 », « 01 595 0000 »: the number alone is not enough, « 595 € de la caisse » is no code. */
const CODE = /(?<![\d,.])(01[ .]?\d{3}[ .]?\d{4}|\d{3})(?![\d,.]*\d)/g;
const CODE_NEIGHBOURS = 4;
/** More words than this after « j'habite à » are no name alone. */
const NAME_WORDS = 7;

/** Which fund serves a place, or bears a code, when that is what is asked; undefined: any other question. */
export function readFundQuestion(turn: Turn, question: string): FundQuestion | undefined {
  return codeQuestion(turn, question) ?? placeQuestion(turn, question);
}

function codeQuestion({ ports: { funds, knowledge, words } }: Turn, question: string): FundQuestion | undefined {
  const topic = knowledge.topicTelling('fund-of-code');
  if (!topic) return undefined;
  for (const { 0: typed, index } of question.matchAll(CODE)) {
    const before = wordsOf(question.slice(0, index)).slice(-CODE_NEIGHBOURS);
    const after = wordsOf(question.slice(index + typed.length));
    if (/^\s*[€%]/.test(question.slice(index + typed.length)) || words.units.some((unit) => unit === after[0]))
      continue;
    const near = [...before, ...after.slice(0, CODE_NEIGHBOURS)];
    const code = holdsAny(near, words.codeNames) ? funds.ofCode(typed) : undefined;
    if (code) return { topic, kind: 'code', typed, code };
  }
  return undefined;
}

function placeQuestion({ facts, ports }: Turn, question: string): FundQuestion | undefined {
  const { funds, knowledge, words } = ports;
  const topic = knowledge.topicTelling('fund-of-place');
  if (!topic) return undefined;
  const said = wordsOf(question);
  const asked = holdsAny(said, words.whichFund);
  const followed = facts.attempt?.shown.includes(topic) === true;
  const postcode = readPostcode(question);
  if (postcode)
    return asked || followed || said.join('') === postcode ? { topic, kind: 'postcode', postcode } : undefined;

  const lives = startsOf(said, words.livesIn).map((end) => said.slice(end).join(' '));
  // Who says where they live and works elsewhere names both places.
  const named =
    asked && lives.length === 0 ? startsOf(said, words.placeAfter).map((end) => said.slice(end).join(' ')) : [];
  const communes =
    firstFound(lives, (rest) => (asked || followed ? funds.communesAtStart(rest) : funds.communesNamed(rest))) ??
    firstFound(named, (rest) => funds.communesAtStart(rest)) ??
    (asked || followed ? firstFound(lives, (rest) => funds.communesLike(rest)) : undefined) ??
    (followed && said.length <= NAME_WORDS
      ? firstFound([said.join(' ')], (rest) => funds.communesLike(rest))
      : undefined);
  return communes && { topic, kind: 'commune', communes };
}

function firstFound(texts: readonly string[], find: (text: string) => Commune[]): Commune[] | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found.length > 0) return found;
  }
  return undefined;
}
