/** How fast the search is: beside the engines one would pick, over the same content and in the same run, and with a
 *  hundred thousand articles. */
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/knowledge';
import { searchable } from '../src/composition/search-of';
import { buildSearch, type Search } from '../src/search/search';
import { warmUp } from '../src/search/warm-up';
import { BASELINES } from './engines/baselines';
import type { Engine } from './engines/engine';
import { guichet } from './engines/guichet';
import { halfOf, readQuestions } from './evaluate/questions';
import type { Bench } from './bench';
import { MEASURED_ON } from './measured-on';
import { type Measured, percentile, rounded } from './measured';
import { synthetic } from './synthetic-articles';

/** Fuse.js takes a tenth of a second for a question: enough of them for a median, few enough to wait for. */
const COMPARED = 60;
const GROWTH_QUESTIONS = 300;
const FEW = 93;
const MANY = 100_000;

export const search: Bench = benchSearch;

async function benchSearch(): Promise<Measured> {
  const { articles, vocabulary, offTopic } = content();
  const questions = readQuestions(join(process.cwd(), 'test/questions'))
    .filter((question) => halfOf(question) === 'tuning')
    .map(({ q }) => q);
  const before = heapMb();
  const start = timed(() => buildSearch(articles, vocabulary, offTopic));
  const warming = timed(() => warmUp(start.made, articles));
  const heap = heapMb() - before;
  const firstSeen = questions.map((question) => timed(() => start.made.searchMessage(question)).ms * 1_000);
  const again = questions.map((question) => timed(() => start.made.searchMessage(question)).ms * 1_000);
  const growth = measureGrowth(vocabulary, offTopic);
  const times = await compared(start.made, articles, questions.slice(0, COMPARED));
  return {
    figures: rounded({
      p50_us: percentile(again, 0.5),
      p99_us: percentile(again, 0.99),
      p50_first_seen_us: percentile(firstSeen, 0.5),
      p99_first_seen_us: percentile(firstSeen, 0.99),
      start_ms: start.ms + warming.ms,
      heap_mb: heap,
      ...growth.figures,
    }),
    ratios: rounded({
      time_vs_fuse: times.guichet / times.fuse,
      time_vs_fuse_tokens: times.guichet / times['fuse-tokens'],
      time_vs_nlpjs: times.guichet / times.nlpjs,
      time_vs_minisearch: times.guichet / times.minisearch,
      growth_93_to_100k: growth.ratio,
    }),
  };
}

function content() {
  const problems: Parameters<typeof loadKnowledge>[2] = [];
  const knowledge = loadKnowledge(join(process.cwd(), 'knowledge'), MEASURED_ON, problems);
  if (!knowledge) throw new Error(`knowledge/ cannot be read: ${problems.length} problems`);
  const { articles, vocabulary, offTopic } = knowledge.content;
  return { articles: articles.map(searchable), vocabulary: vocabulary.value, offTopic };
}

/** The median of each engine, in milliseconds: every question is put to all of them before the next one. */
async function compared(search: Search, articles: Parameters<typeof warmUp>[1], questions: readonly string[]) {
  const engines: Engine[] = [guichet(search)];
  for (const build of Object.values(BASELINES)) engines.push(await build(articles));
  const times = new Map(engines.map(({ name }) => [name, [] as number[]]));
  for (const question of [...questions.slice(0, 5), ...questions]) {
    for (const engine of engines) {
      const from = performance.now();
      await engine.rank(question);
      times.get(engine.name)?.push(performance.now() - from);
    }
  }
  const median = (name: Engine['name']) => percentile(times.get(name)?.slice(5) ?? [], 0.5);
  return {
    guichet: median('guichet'),
    fuse: median('fuse'),
    'fuse-tokens': median('fuse-tokens'),
    nlpjs: median('nlpjs'),
    minisearch: median('minisearch'),
  };
}

function measureGrowth(vocabulary: Parameters<typeof buildSearch>[1], offTopic: readonly string[]) {
  const few = firstSeenIn(FEW, vocabulary, offTopic);
  const many = firstSeenIn(MANY, vocabulary, offTopic);
  return {
    ratio: many.p50 / few.p50,
    figures: {
      p50_us_93: few.p50,
      p50_us_100k: many.p50,
      p99_us_100k: many.p99,
      build_s_100k: many.buildMs / 1_000,
      reload_ms_100k: many.reloadMs,
      heap_mb_100k: many.heap,
      self_top1_100k: many.right,
    },
  };
}

/** Questions that were never asked before, each with a word missing and one misspelt. */
function firstSeenIn(count: number, vocabulary: Parameters<typeof buildSearch>[1], offTopic: readonly string[]) {
  const { articles, questions } = synthetic(count, GROWTH_QUESTIONS);
  const before = heapMb();
  const built = timed(() => buildSearch(articles, vocabulary, offTopic));
  const heap = heapMb() - before;
  warmUp(built.made, articles);
  const asked = questions.map(({ q, id }) => {
    const { made, ms } = timed(() => built.made.search(q));
    return { us: ms * 1_000, right: made.topics[0]?.id === id };
  });
  const [changed] = articles;
  if (!changed) throw new Error('no articles were made');
  const reload = timed(() => built.made.withArticle({ ...changed, title: `${changed.title} kouzalinette` }));
  if (reload.made.search('kouzalinette').topics[0]?.id !== changed.id)
    throw new Error('the changed article is not found');
  const times = asked.map(({ us }) => us);
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    right: asked.filter(({ right }) => right).length / asked.length,
    buildMs: built.ms,
    reloadMs: reload.ms,
    heap,
  };
}

function timed<T>(make: () => T): { made: T; ms: number } {
  const from = performance.now();
  const made = make();
  return { made, ms: performance.now() - from };
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
