/** Fits the confidence: was the first topic right? Logistic regression by Newton's steps on the tuning half. */
import type { SearchArticle } from '../../src/search/article';
import { sentencesOf } from '../../src/search/clauses';
import { type Calibration, evidenceOf } from '../../src/search/decide';
import { featuresOf } from '../../src/search/features';
import { measure } from '../../src/search/measure';
import type { Ranker } from '../../src/search/ranker';
import { joinReadings, type Reader } from '../../src/search/reading';
import type { Question } from './questions';

const STEPS = 40;
/** Keeps the weights small: few of the questions are answered wrongly, and those few are not to decide alone. */
const RIDGE = 1;
/** The constant is the first, and free: it says how many are right at all. */
const ridgeOf = (row: number) => (row === 0 ? 0 : RIDGE);

export function calibrate(
  questions: readonly Question[],
  reader: Reader,
  ranker: Ranker,
  articles: readonly SearchArticle[],
): Calibration {
  const lessons = questions.map(({ q, topics, also }) => {
    const reading = joinReadings(sentencesOf(q).map((sentence) => reader.readQuestion(sentence)));
    const measures = measure(featuresOf(reading), ranker, articles);
    const first = measures.ranking[0]?.id ?? '';
    return { evidence: evidenceOf(measures), right: topics.includes(first) || also.includes(first) ? 1 : 0 };
  });
  const names = Object.keys(lessons[0]?.evidence ?? {});
  const weights = fit(
    lessons.map(({ evidence }) => [1, ...Object.values(evidence)]),
    lessons.map(({ right }) => right),
  );
  const named = ['constant', ...names].map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100]);
  return Object.fromEntries(named) as Calibration;
}

function fit(inputs: readonly (readonly number[])[], wanted: readonly number[]): readonly number[] {
  const size = inputs[0]?.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, row) => -ridgeOf(row) * weight);
    const bend: number[][] = weights.map((_, row) => weights.map((_, column) => (row === column ? ridgeOf(row) : 0)));
    inputs.forEach((input, at) => {
      const chance = 1 / (1 + Math.exp(-input.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)));
      input.forEach((value, row) => {
        slope[row] = (slope[row] ?? 0) + value * ((wanted[at] ?? 0) - chance);
        const line = bend[row] ?? [];
        input.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + value * other * chance * (1 - chance);
        });
      });
    });
    weights = weights.map((weight, index) => weight + (solve(bend, slope)[index] ?? 0));
  }
  return weights;
}

/** Gauss's elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const best = rows.reduce(
      (top: number, _, row) => (row > pivot && Math.abs(cell(row, pivot)) > Math.abs(cell(top, pivot)) ? row : top),
      pivot,
    );
    [rows[pivot], rows[best]] = [rows[best] ?? [], rows[pivot] ?? []];
    for (let row = 0; row < rows.length; row++) {
      if (row === pivot) continue;
      const factor = cell(row, pivot) / cell(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * cell(pivot, column));
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / cell(at, at));
}
