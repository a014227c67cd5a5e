import { hashOfPiece } from './feature-hash';

const PIECE_LETTERS = 4;
/** Longer « words » are codes or keyboard mashing. */
const LONGEST_IN_PIECES = 24;

/** The pieces of four letters of a word as hashes, with the word's ends marked: `_rib`, `rib_`. Words of under four letters
 *  have none: they are too like others. */
export function piecesOf(word: string): readonly number[] {
  if (word.length < PIECE_LETTERS || word.length > LONGEST_IN_PIECES) return [];
  const marked = `_${word}_`;
  return Array.from({ length: marked.length - PIECE_LETTERS + 1 }, (_, at) =>
    hashOfPiece(marked.slice(at, at + PIECE_LETTERS)),
  );
}
