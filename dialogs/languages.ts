import { wordsOf } from './phrases';

/** Languages that get a sentence of their own. */
export type AnsweredLanguage = 'en' | 'es' | 'de' | 'it' | 'pt' | 'ar' | 'other';

/** Two function words of another language are no accident; one may be a name. */
const TELLING_WORDS = 2;
/** In a two-word message one is enough. */
const SHORT_MESSAGE_WORDS = 2;

const ANSWERED: readonly string[] = ['en', 'es', 'de', 'it', 'pt'] satisfies AnsweredLanguage[];

/** The language of a message that is not French, or null. `lists`: function words by language, none of them French. */
export function foreignLanguage(
  text: string,
  words: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): AnsweredLanguage | null {
  const script = foreignScript(text);
  if (script) return script;
  const needed = words.length <= SHORT_MESSAGE_WORDS ? 1 : TELLING_WORDS;
  const counted = Object.entries(lists)
    .map(([language, list]) => ({ language, count: words.filter((word) => wordSet(list).has(word)).length }))
    .sort((a, b) => b.count - a.count)[0];
  if (!counted || counted.count < needed) return null;
  return ANSWERED.includes(counted.language) ? (counted.language as AnsweredLanguage) : 'other';
}

/** The words of a list of the content, made once: each message is held against every language. */
function wordSet(list: readonly string[]): ReadonlySet<string> {
  const known = wordSets.get(list);
  if (known) return known;
  const words = new Set(list.flatMap(wordsOf));
  wordSets.set(list, words);
  return words;
}

const wordSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Most letters stand in another script. */
function foreignScript(text: string): AnsweredLanguage | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (letters.length === 0 || latin * 2 >= letters.length) return null;
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : 'other';
}
