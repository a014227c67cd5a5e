/** From what a person typed to plain words: lower case, no accents, no HTML, elisions opened. */

/** Longest text read, in characters: what a message of the chat may hold. The rest is left aside. */
export const MAX_CHARACTERS = 4_000;

/** No `<` inside: a text of nothing but `<` stays linear. */
const HTML_TAG = /<[^<>]*>/g;
const HTML_ENTITY = /&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/g;
/** What NFKD parts from Latin letters. */
const ACCENTS = /[\u0300-\u036f]/g;
const BEYOND_ASCII = /[^\t-~]/;
const APOSTROPHES = /[’‘ʼ´′]/g;
/** « l'arrêt » → « arret », but « n'ai » keeps its negation. An apostrophe inside a word (« aujourd'hui ») parts it in two. */
const ELIDED = /(?<![a-z0-9])(n|[ldjmtsc]|qu|jusqu|lorsqu|puisqu|quoiqu)'/g;
const WORD = /[a-z0-9]+|%/g;
/** After NFKD the no-break spaces of « 1 200 » are plain ones. */
const THOUSANDS = /(\d)[ .](?=\d{3}(?!\d))/g;
const DECIMALS = /(\d),(?=\d)/g;

/** The plain words of a text, in order. Emoji, punctuation and other alphabets fall out: the list may be empty. */
export function plainWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** Lower case without accents or tags, apostrophes straight. Linear in the length of the text. Most texts need few of its
 *  steps, and looking for a character costs less than replacing. */
export function fold(text: string): string {
  const lower = withoutHtml(text.slice(0, MAX_CHARACTERS)).toLowerCase();
  const latin = BEYOND_ASCII.test(lower) ? inAscii(lower) : lower;
  const open = /['`]/.test(latin) ? withoutElisions(latin) : latin;
  return /\d/.test(open) ? open.replace(THOUSANDS, '$1').replace(DECIMALS, '$1 ') : open;
}

function withoutHtml(text: string): string {
  const withoutTags = text.includes('<') ? text.replace(HTML_TAG, ' ') : text;
  return withoutTags.includes('&') ? withoutTags.replace(HTML_ENTITY, ' ') : withoutTags;
}

/** Letters of other alphabets stay as they are. */
function inAscii(text: string): string {
  return text.replace(APOSTROPHES, "'").normalize('NFKD').replace(ACCENTS, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}

function withoutElisions(text: string): string {
  return text.replace(/`/g, "'").replace(ELIDED, (_, elided) => (elided === 'n' ? 'ne ' : ' '));
}
