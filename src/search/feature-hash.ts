/** Features by numbers of 32 bits instead of names (feature hashing): a question has some sixty, and names would have to be made
 *  and compared. Of 70,000 features less than one is expected to share its number with another. */

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export function hashOfWord(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return scrambled(hash);
}

/** Several words in their order, from their hashes. */
export function hashOfWords(words: readonly number[]): number {
  return scrambled(words.reduce((hash, word) => Math.imul(hash ^ word, FNV_PRIME), FNV_START));
}

/** Two words, whichever comes first, from their hashes. */
export function hashOfPair(one: number, other: number): number {
  return scrambled(Math.imul(Math.min(one, other), 0x9e3779b1) ^ Math.max(one, other));
}

/** Four plain letters fill 32 bits. */
export function hashOfPiece(letters: string): number {
  let packed = 0;
  for (let at = 0; at < letters.length; at++) packed = (packed << 8) | letters.charCodeAt(at);
  return scrambled(packed);
}

/** Every bit depends on every other, as a table needs it; no two numbers become one. The end of MurmurHash3:
 *  https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp */
function scrambled(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
