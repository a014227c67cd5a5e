/** From what a person typed to plain words: lower case, no accents, no HTML, elisions opened. */

/** Longest text read, in characters: what a message of the chat may hold. The rest is left aside. */
export const MAX_CHARACTERS = 4_000;

/** No `<` inside: a text of nothing but `<` stays linear. */
const HTML_TAG = /<[^<>]*>/g;
const HTML_ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/g;
const ACCENTS = /\p{Mn}/gu;
const APOSTROPHES = /[’‘ʼ´`′]/g;
/** « n'ai » keeps its negation. */
const NEGATION_ELIDED = /(?<![a-z0-9])n'/g;
/** « l'arrêt » → « arret ». An apostrophe inside a word (« aujourd'hui ») parts it in two. */
const ELIDED = /(?<![a-z0-9])(?:[ldjmtsc]|qu|jusqu|lorsqu|puisqu|quoiqu)'/g;
const WORD = /[a-z0-9]+|%/g;
/** After NFKD the no-break spaces of « 1 200 » are plain ones. */
const THOUSANDS = /(\d)[ .](?=\d{3}(?!\d))/g;
const DECIMALS = /(\d),(?=\d)/g;

/** The plain words of a text, in order. Emoji, punctuation and other alphabets fall out: the list may be empty. */
export function plainWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** Lower case without accents or tags, apostrophes straight. Linear in the length of the text. */
export function fold(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .replace(HTML_TAG, ' ')
    .replace(HTML_ENTITY, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(APOSTROPHES, "'")
    .replace(NEGATION_ELIDED, 'ne ')
    .replace(ELIDED, ' ')
    .replace(THOUSANDS, '$1')
    .replace(DECIMALS, '$1 ');
}
