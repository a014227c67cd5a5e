/** From what a person typed to plain words: lower case, no accents, no HTML, elisions opened. */

/** Longest text read, in characters: what a message of the chat may hold. The rest is left aside. */
export const MAX_CHARACTERS = 4_000;

/** No `<` inside: a text of nothing but `<` stays linear. */
const HTML_TAG = /<[^<>]*>/g;
const HTML_ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/g;
const ACCENTS = /\p{Mn}/gu;
const APOSTROPHES = /[’‘ʼ´`′]/g;
/** With the apostrophe that may end it. */
const WORD = /[a-z0-9]+'?|%/g;
/** « l'arrêt » → « arret ». An apostrophe inside a word (« aujourd'hui ») parts it in two. */
const ELIDED: ReadonlySet<string> = new Set('l d j m t s c qu jusqu lorsqu puisqu quoiqu'.split(' '));
/** After NFKD the no-break spaces of « 1 200 » are plain ones. */
const THOUSANDS = /(\d)[ .](?=\d{3}(?!\d))/g;
const DECIMALS = /(\d),(?=\d)/g;

/** The plain words of a text, in order. Emoji, punctuation and other alphabets fall out: the list may be empty. */
export function plainWords(text: string): string[] {
  const words: string[] = [];
  for (const found of fold(text).match(WORD) ?? []) {
    const word = found.endsWith("'") ? opened(found.slice(0, -1)) : found;
    if (word !== undefined) words.push(word);
  }
  return words;
}

/** « n'ai » keeps its negation. */
function opened(beforeApostrophe: string): string | undefined {
  if (beforeApostrophe === 'n') return 'ne';
  return ELIDED.has(beforeApostrophe) ? undefined : beforeApostrophe;
}

/** Lower case without accents or tags, apostrophes straight. Linear in the length of the text. */
export function fold(text: string): string {
  const letters = plainLetters(withoutHtml(text.slice(0, MAX_CHARACTERS)));
  return /\d/.test(letters) ? letters.replace(THOUSANDS, '$1').replace(DECIMALS, '$1 ') : letters;
}

/** Most texts have none, and looking for a character costs less than replacing. */
function withoutHtml(text: string): string {
  const withoutTags = text.includes('<') ? text.replace(HTML_TAG, ' ') : text;
  return withoutTags.includes('&') ? withoutTags.replace(HTML_ENTITY, ' ') : withoutTags;
}

/** Latin letters and the signs of a French keyboard one by one: a whole text normalised costs three times as much. */
function plainLetters(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const letter = PLAIN[text.charCodeAt(at)];
    if (letter === undefined) return normalised(text);
    plain += letter;
  }
  return plain;
}

function normalised(text: string): string {
  return text
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
}

/** By its code; the last is the « € ». */
const PLAIN: readonly string[] = Array.from({ length: 0x20ad }, (_, code) => normalised(String.fromCharCode(code)));
