/** Where a hash stands in a list: one piece of memory, for what takes the time of a question is to fetch what it looks up at
 *  random, and a Map keeps each entry in several places. */

/** A table this many times as long as its list has few hashes in one another's places. */
const ROOM = 2;
const FREE = -1;

/** Answers the position of a hash in the list, -1 for one that is not in it. */
export function positionsOf(hashes: readonly number[]): (hash: number) => number {
  const size = 2 ** Math.ceil(Math.log2(ROOM * hashes.length + 1));
  // Two numbers a place: the hash and its position.
  const table = new Int32Array(2 * size).fill(FREE);
  const placeOf = (hash: number): number => {
    let place = hash & (size - 1);
    while (table[2 * place + 1] !== FREE && table[2 * place] !== hash) place = (place + 1) & (size - 1);
    return place;
  };
  hashes.forEach((hash, position) => table.set([hash, position], 2 * placeOf(hash)));
  return (hash) => table[2 * placeOf(hash) + 1] ?? FREE;
}
