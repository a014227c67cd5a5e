import type { Span } from './secret';

/** Where a word or its figures end: a number may be followed by a word without a blank. */
const END = /(?<=[\p{L}\d])(?![\p{L}\d])|(?<=\d)(?!\d)/gu;

/** Numbers that people write with gaps, beside other numbers and words. `reach` matches at each place where one may begin
 *  and captures as far as one may go; of that it is the longest part that `isReal`, told without its gaps and in capitals. */
export function findNumbers(text: string, reach: RegExp, isReal: (compact: string) => boolean): Span[] {
  return [...text.matchAll(reach)].flatMap(({ index: start, 1: reached = '' }) => {
    // One character more tells whether the last word goes on.
    const end = [...text.slice(start, start + reached.length + 1).matchAll(END)]
      .map((match) => match.index)
      .findLast((length) => length <= reached.length && isReal(compact(reached.slice(0, length))));
    return end === undefined ? [] : [{ start, end: start + end }];
  });
}

/** Numbers that are known by the way they are written. */
export function findShapes(text: string, shape: RegExp): Span[] {
  return [...text.matchAll(shape)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function compact(written: string): string {
  return written.replace(/[^a-z\d]/gi, '').toUpperCase();
}
