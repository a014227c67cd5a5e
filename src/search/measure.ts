/** What can be measured of a question against the knowledge base, before anything is decided. */
import type { SearchArticle } from './article';
import { coverageOf } from './coverage';
import type { Features } from './features';
import type { ScoredTopic } from './outcome';
import type { Ranker } from './ranker';
import type { Scores } from './scores';

export interface RankedTopic extends ScoredTopic {
  kind: SearchArticle['kind'];
  /** The article's position in the index. */
  subject: number;
}

export interface Measures {
  /** Best first, at most `MOST_TOPICS`; topics without any likeness are left out. */
  ranking: readonly RankedTopic[];
  /** Score of the first topic less that of the second. */
  margin: number;
  /** 0..1: the first topic's share among all subjects and the off-topic sentences; untrained, among the ranking and those. */
  share: number;
  /** 0..1: that of the off-topic sentences. */
  offTopicShare: number;
  /** 1..3: how much likelier the right topic is among the three that are shown than the first one. */
  shown: number;
  /** 0..1: see `coverageOf`. */
  coverage: number;
  /** 0..1: score of the off-topic sentences. */
  offTopic: number;
  /** Whether the first topic has been asked in just these words by those who wrote the knowledge base. */
  knownWay: boolean;
  /** How many different words there are to search for. */
  words: number;
  /** Whether the scores come from trained weights; others are lower. */
  trained: boolean;
}

/** Topics handed back; a conversation shows three of them. */
export const MOST_TOPICS = 5;
const MOST_SHOWN = 3;

/** Turns a difference of scores into one of shares: 0.1 is 7 times as much. */
const SHARPNESS = 20;

export function measure(features: Features, ranker: Ranker, articles: readonly SearchArticle[]): Measures {
  const scores = ranker.score(features);
  const ranking = bestOf(scores, articles.length).map((subject) => {
    const { id = '', kind = 'own' } = articles[subject] ?? {};
    return { id, kind, subject, score: Math.min(1, scores.of(subject)) };
  });
  const offTopic = Math.min(1, Math.max(0, scores.of(articles.length)));
  const coverage = coverageOf(features, ranker.words);
  const first = ranking[0] ? scores.of(ranking[0].subject) : 0;
  const shareOf = sharesAmong(ranker.trained ? scores.values : [...ranking.map(({ score }) => score), offTopic]);
  return {
    ranking,
    share: shareOf(first),
    offTopicShare: shareOf(offTopic),
    // What no word is known of is like everything by chance.
    shown: 1 + coverage * shownBesideFirst(ranking.map(({ score }) => score)),
    margin: (ranking[0]?.score ?? 0) - (ranking[1]?.score ?? 0),
    coverage,
    offTopic,
    knownWay: ranking[0] !== undefined && ranker.knownWay(features.hashes.words) === ranking[0].subject,
    words: features.hashes.words.length,
    trained: ranker.trained,
  };
}

/** Of one of these scores among all of them, itself included. */
function sharesAmong(scores: ArrayLike<number>): (score: number) => number {
  let sum = 0;
  for (let at = 0; at < scores.length; at++) sum += Math.exp(SHARPNESS * (scores[at] ?? 0));
  return (score) => Math.exp(SHARPNESS * score) / (sum || 1);
}

function shownBesideFirst([first = 0, ...others]: readonly number[]): number {
  return others.slice(0, MOST_SHOWN - 1).reduce((sum, score) => sum + Math.exp(SHARPNESS * (score - first)), 0);
}

/** The subjects with the highest scores above 0, best first; of equals the first article. */
function bestOf({ values, touched }: Scores, articles: number): readonly number[] {
  const best: number[] = [];
  let lowest = 0;
  for (const subject of touched) {
    const score = values[subject] ?? 0;
    // Nearly all end here.
    if (score <= 0 || score < lowest || subject >= articles) continue;
    let place = best.length;
    while (place > 0 && isBetter(subject, score, best[place - 1] ?? 0, values)) place--;
    best.splice(place, 0, subject);
    if (best.length > MOST_TOPICS) best.pop();
    if (best.length === MOST_TOPICS) lowest = values[best[MOST_TOPICS - 1] ?? 0] ?? 0;
  }
  return best;
}

function isBetter(subject: number, score: number, other: number, values: Float64Array): boolean {
  const otherScore = values[other] ?? 0;
  return score > otherScore || (score === otherScore && subject < other);
}
