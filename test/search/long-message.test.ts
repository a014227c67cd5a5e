import { loadEverything } from '../../src/composition/content';

const { search } = loadEverything('.', '2026-11-22');
const SHORT = "j'ai perdu ma carte vitale que faire ici";
const ROUNDS = 301;
/** Compiled before it counts, as the server's is before it answers anybody. */
const WARMING = 300;

/** Medians of the same run, question by question in turn: the ratio holds on a busy machine too. */
function timesAsLong(long: string): number {
  const times = { short: [] as number[], long: [] as number[] };
  for (let round = 0; round < WARMING; round++) msFor(round % 2 === 0 ? SHORT : long);
  for (let round = 0; round < ROUNDS; round++) {
    times.short.push(msFor(SHORT));
    times.long.push(msFor(long));
  }
  return median(times.long) / median(times.short);
}

function msFor(message: string): number {
  const from = performance.now();
  search.searchMessage(message);
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

test.each([
  ['of one story', 'Bonjour, ma situation est compliquée et je ne sais pas comment faire. '],
  ['of nothing but clauses', 'carte vitale perdue et remboursement, '],
  ['of words that nobody knows', 'zorglub frimousson katapulte '],
])('4,000 characters %s take less than 20 times as long as 40', (_, part) => {
  expect(SHORT).toHaveLength(40);
  expect(timesAsLong(part.repeat(200).slice(0, 4_000))).toBeLessThan(20);
});
