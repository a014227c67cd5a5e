/** `npm run evaluate`: how well the search answers the questions of test/questions/, beside the engines one would pick.
 *  0: no worse than the baseline; 1: worse by more than its noise; 2: wrong usage. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEverything } from '../../src/composition/content';
import { searchable } from '../../src/composition/search-of';
import { MEASURED_ON } from '../measured-on';
import type { SearchArticle } from '../../src/search/article';
import { buildRanker } from '../../src/search/ranker';
import { readerOf } from '../../src/search/search';
import type { Engine } from '../engines/engine';
import { guichet } from '../engines/guichet';
import { fallenBelow, readBaseline, writeBaseline } from './baseline';
import { calibrate } from './calibrate';
import { garbledLoss } from './garbled-loss';
import { htmlOf } from './html-report';
import { type Judgement, judge } from './judge';
import { buildReport } from './build-report';
import { type Half, halfOf, type Question, readQuestions } from './questions';
import { tablesOf, textOf } from './report';

const ROOT = process.cwd();
/** One off-topic sentence in so many. */
const HELD_BACK = 4;
const BASELINE = join(ROOT, 'bench/evaluate/baseline.json');

const USAGE =
  'usage: evaluate [--half tuning|checking] [--quick] [--report FILE] [--save-baseline] [--calibrate] (--quick: no baselines)';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      half: { type: 'string', default: 'checking' },
      quick: { type: 'boolean', default: false },
      report: { type: 'string' },
      'save-baseline': { type: 'boolean', default: false },
      calibrate: { type: 'boolean', default: false },
    },
  });
  const { half } = values;
  if (half !== 'tuning' && half !== 'checking') return say(USAGE, 2);
  const questions = readQuestions(join(ROOT, 'test/questions'));
  const content = loadEverything(ROOT, MEASURED_ON);
  const articles = content.knowledge.content.articles.map(searchable);
  if (values.calibrate) return say(JSON.stringify(calibration(articles, questions)), 0);

  const ours = guichet(content.search);
  const asked = ofHalf(questions, half);
  const judged = await judgeAll([ours, ...(values.quick ? [] : await baselines(articles))], asked);
  const report = buildReport(half, judged, await garbledLoss(ours, asked), themesOf());
  say(textOf(tablesOf(report)), 0);
  if (values.report) writeFileSync(values.report, htmlOf(report));
  if (half === 'tuning') return 0;
  if (values['save-baseline']) writeBaseline(BASELINE, report.figures);
  const fallen = fallenBelow(readBaseline(BASELINE), report.figures);
  return say(fallen.length > 0 ? `\nWorse than the baseline\n  ${fallen.join('\n  ')}` : '', fallen.length > 0 ? 1 : 0);

  function themesOf(): ReadonlyMap<string, string> {
    return new Map(content.knowledge.content.articles.map(({ id, file }) => [id, file.split('/').at(-2) ?? '']));
  }

  /** Beside the tuning half a part of the off-topic sentences, which are then not learnt: people write much that nobody asks. */
  function calibration(known: readonly SearchArticle[], all: readonly Question[]) {
    const { vocabulary, offTopic } = content.knowledge.content;
    const isHeldBack = (_: string, at: number) => at % HELD_BACK === 0;
    const learnt = offTopic.filter((sentence, at) => !isHeldBack(sentence, at));
    const unknown = offTopic.filter(isHeldBack).map(asOffTopic);
    const reader = readerOf(known, vocabulary.value, learnt);
    const single = ofHalf(all, 'tuning').filter(({ set }) => set !== 'two-subjects');
    return calibrate([...single, ...unknown], reader, buildRanker(known, learnt, reader), known);
  }
}

function asOffTopic(q: string): Question {
  return { q, topics: [], also: [], style: 'off-topic', set: 'off-topic' };
}

async function baselines(articles: readonly SearchArticle[]): Promise<readonly Engine[]> {
  // Loaded when they are asked for: they are development dependencies, and one of them talks while it loads.
  const { BASELINES } = await import('../engines/baselines.js');
  const engines: Engine[] = [];
  for (const build of Object.values(BASELINES)) engines.push(await build(articles));
  return engines;
}

async function judgeAll(engines: readonly Engine[], questions: readonly Question[]): Promise<(readonly Judgement[])[]> {
  const judged: (readonly Judgement[])[] = [];
  for (const engine of engines) {
    process.stderr.write(`${engine.name}: ${questions.length} questions\n`);
    judged.push(await judge(engine, judged.length === 0 ? questions : questions.filter(isInScope)));
  }
  return judged;
}

function isInScope({ set }: Question): boolean {
  return set === 'own' || set === 'elsewhere';
}

function ofHalf(questions: readonly Question[], half: Half): readonly Question[] {
  return questions.filter((question) => halfOf(question) === half);
}

function say(text: string, code: number): number {
  if (text !== '') process.stdout.write(`${text}\n`);
  return code;
}

void main().then((code) => {
  process.exitCode = code;
});
