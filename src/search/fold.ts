/** From what a person typed to plain words: lower case, no accents, no HTML, elisions opened. */

/** Longest text read, in characters: what a message of the chat may hold. The rest is left aside. */
export const MAX_CHARACTERS = 4_000;

/** No `<` inside: a text of nothing but `<` stays linear. */
const HTML_TAG = /<[^<>]*>/g;
const HTML_ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/g;
const APOSTROPHE = "'".charCodeAt(0);
const PERCENT = '%'.charCodeAt(0);
const ACCENTS = /\p{Mn}/gu;
const APOSTROPHES = /[’‘ʼ´`′]/g;
/** « l'arrêt » → « arret ». An apostrophe inside a word (« aujourd'hui ») parts it in two. */
const ELIDED: ReadonlySet<string> = new Set('l d j m t s c qu jusqu lorsqu puisqu quoiqu'.split(' '));
const FIGURE = /\d/;
/** After NFKD the no-break spaces of « 1 200 » are plain ones. */
const THOUSANDS = /(\d)[ .](?=\d{3}(?!\d))/g;
const DECIMALS = /(\d),(?=\d)/g;

/** The plain words of a text, in order. Emoji, punctuation and other alphabets fall out: the list may be empty. */
export function plainWords(text: string): string[] {
  const words: string[] = [];
  const letters = fold(text);
  let from = 0;
  for (let at = 0; at <= letters.length; at++) {
    const sign = letters.charCodeAt(at);
    if (IS_OF_WORD[sign] === 1) continue;
    const word = letters.slice(from, at);
    const said = sign === APOSTROPHE ? opened(word) : word;
    if (said !== undefined && said !== '') words.push(said);
    if (sign === PERCENT) words.push('%');
    from = at + 1;
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
  return FIGURE.test(letters) ? letters.replace(THOUSANDS, '$1').replace(DECIMALS, '$1 ') : letters;
}

/** Most texts have none, and looking for a character costs less than replacing. */
function withoutHtml(text: string): string {
  const withoutTags = text.includes('<') ? text.replace(HTML_TAG, ' ') : text;
  return withoutTags.includes('&') ? withoutTags.replace(HTML_ENTITY, ' ') : withoutTags;
}

/** Latin letters and plain signs one by one: a whole text normalised (for an « œ », an emoji) costs four times as much. */
function plainLetters(text: string): string {
  const plain: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = PLAIN[text.charCodeAt(at)];
    if (!letter) return normalised(text);
    plain.push(letter);
  }
  return String.fromCharCode(...plain);
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

/** The plain letter of each, by their codes as far as the « ’ »; 0 where it is none or several. */
const PLAIN = Uint8Array.from({ length: 0x201a }, (_, code) => {
  const plain = normalised(String.fromCharCode(code));
  return plain.length === 1 && plain.charCodeAt(0) < 0x80 ? plain.charCodeAt(0) : 0;
});
const IS_OF_WORD = Uint8Array.from({ length: 0x80 }, (_, code) => (/[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));
