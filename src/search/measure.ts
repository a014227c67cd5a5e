/** What can be measured of a question against the knowledge base, before anything is decided. */
import type { SearchArticle } from './article';
import { coverageOf } from './coverage';
import type { FeatureNames } from './features';
import type { ScoredTopic } from './outcome';
import type { Ranker } from './ranker';

export interface RankedTopic extends ScoredTopic {
  kind: SearchArticle['kind'];
  /** The article's position in the index. */
  subject: number;
}

export interface Measures {
  /** Best first; topics without any likeness are left out. */
  ranking: readonly RankedTopic[];
  /** Score of the first topic less that of the second. */
  margin: number;
  /** 0..1: see `coverageOf`. */
  coverage: number;
  /** 0..1: score of the off-topic sentences. */
  offTopic: number;
}

export function measure(
  features: FeatureNames,
  { space, postings, fullScore }: Ranker,
  articles: readonly SearchArticle[],
): Measures {
  const scores = postings.score(space.vectorOf(features)).map((raw) => toScore(raw, fullScore));
  const ranking = articles
    .map(({ id, kind }, subject) => ({ id, kind, subject, score: scores[subject] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.subject - b.subject);
  return {
    ranking,
    margin: (ranking[0]?.score ?? 0) - (ranking[1]?.score ?? 0),
    coverage: coverageOf(features.words, space),
    offTopic: scores[articles.length] ?? 0,
  };
}

/** Brings a raw score into 0..1. */
export function toScore(raw: number, fullScore: number): number {
  return Math.min(1, Math.max(0, raw / fullScore));
}
