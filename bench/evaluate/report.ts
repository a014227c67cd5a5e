/** All that one evaluation found, and the same as plain text. */
import type { Half } from './questions';
import type { Decision, Row } from './breakdown';
import type { EngineRow } from './compare';
import type { Figures } from './figures';
import type { Judgement } from './judge';
import type { Estimate } from './statistics';

export interface Report {
  half: Half;
  figures: Figures;
  engines: readonly EngineRow[];
  decisions: readonly Decision[];
  themes: readonly Row[];
  styles: readonly Row[];
  confusions: readonly { pair: string; times: number }[];
  /** Of the tuning half only: whoever reads the others tunes on them. */
  errors: readonly Judgement[];
  /** Points of top-1 lost with half of the long words garbled, mean of the seeds. */
  garbledLoss: number;
}

export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The report as tables, for the terminal and for HTML. */
export function tablesOf(report: Report): readonly Table[] {
  return [
    {
      title: `Engines, ${report.half} half, ${report.figures.questions} questions (95 % intervals)`,
      head: ['engine', 'first right', 'among three', 'MRR', 'ours / it'],
      rows: report.engines.map(({ name, top1, top3, mrr, ratio }) => [
        name,
        share(top1),
        share(top3),
        share(mrr),
        ratio ? `${ratio.value.toFixed(2)} [${ratio.low.toFixed(2)}, ${ratio.high.toFixed(2)}]` : '',
      ]),
    },
    {
      title: 'Decisions of ours, by the confidence from which it answers',
      head: ['from', 'answered', 'of those right', 'off-topic answered'],
      rows: report.decisions.map(({ threshold, answered, precision, offTopic }) => [
        threshold.toFixed(2),
        percent(answered),
        percent(precision),
        percent(offTopic),
      ]),
    },
    {
      title: 'Other figures of ours',
      head: ['figure', 'value'],
      rows: [
        ['AUROC, off-topic against the rest', report.figures.auroc.toFixed(3)],
        ['two subjects, both among the first three', percent(report.figures.bothSubjects)],
        ['points of first right lost with half of the long words garbled', (report.garbledLoss * 100).toFixed(1)],
      ],
    },
    rowsTable('By how it is worded', report.styles),
    rowsTable('By theme, the weakest first', report.themes),
    {
      title: 'Subjects taken for others',
      head: ['wanted → named', 'times'],
      rows: report.confusions.map(({ pair, times }) => [pair, String(times)]),
    },
    {
      title: 'Worst errors of the tuning half',
      head: ['sure', 'wanted', 'named', 'question'],
      rows: report.errors.map(({ sure, question, topics }) => [
        sure.toFixed(2),
        question.topics.join(' '),
        topics[0] ?? 'none',
        question.q,
      ]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

export function textOf(tables: readonly Table[]): string {
  return tables
    .map(({ title, head, rows }) => [title, ...[head, ...rows].map((cells) => `  ${cells.join('  |  ')}`)].join('\n'))
    .join('\n\n');
}

function rowsTable(title: string, rows: readonly Row[]): Table {
  return {
    title,
    head: ['', 'questions', 'first right', 'among three'],
    rows: rows.map(({ name, questions, top1, top3 }) => [name, String(questions), percent(top1), percent(top3)]),
  };
}

export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function share({ value, low, high }: Estimate): string {
  return `${percent(value)} [${(low * 100).toFixed(1)}, ${(high * 100).toFixed(1)}]`;
}
