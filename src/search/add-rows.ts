/** The inner loop of learning and of ranking: it runs some thousand times a question and some hundred million times when
 *  learning. Plain, and four rows at a time, which halves its time. */

/** A table of numbers, row after row, as many numbers a row as there are scores. */
export type Rows = Float32Array | Int8Array;

/** Adds to the scores these rows of the table, each times its factor. */
export function addRows(scores: Float64Array, table: Rows, rows: readonly number[], factors: readonly number[]): void {
  const width = scores.length;
  // Past the last row the factor is 0, and it makes no difference which row is read.
  for (let at = 0; at < rows.length; at += 4) {
    const a = factors[at] ?? 0;
    const b = factors[at + 1] ?? 0;
    const c = factors[at + 2] ?? 0;
    const d = factors[at + 3] ?? 0;
    const rowA = (rows[at] ?? 0) * width;
    const rowB = (rows[at + 1] ?? 0) * width;
    const rowC = (rows[at + 2] ?? 0) * width;
    const rowD = (rows[at + 3] ?? 0) * width;
    for (let column = 0; column < width; column++) {
      scores[column] =
        (scores[column] ?? 0) +
        a * (table[rowA + column] ?? 0) +
        b * (table[rowB + column] ?? 0) +
        c * (table[rowC + column] ?? 0) +
        d * (table[rowD + column] ?? 0);
    }
  }
}
