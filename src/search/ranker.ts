/** Scores every subject for a question: by the trained weights and, for a share, by all words of the article. Above 400
 *  subjects by the words alone. */
import type { SearchArticle } from './article';
import { type FeatureGroup, type Features, GROUPS } from './features';
import { type KnownWays, knownWays } from './known-ways';
import { NO_MEMORY, type WeightMemory } from './learnt-weights';
import { buildLexicalIndex, type LexicalIndex } from './lexical-index';
import { readTexts } from './read-texts';
import type { Reader } from './reading';
import { Scores } from './scores';
import { buildTrainedIndex, type TrainedIndex } from './trained-index';
import { addScores, scoreOf } from './weights';
import { wordBagsOf } from './word-bags';

export interface Ranker {
  trained: boolean;
  words: Pick<LexicalIndex, 'isKnown' | 'rarity'>;
  /** The subject that is asked in just these words, where it was learnt from them. */
  knownWay: KnownWays;
  /** 0..1 for each subject that has anything of the question; the off-topic sentences are the last one. The scores are
   *  good until the next question. */
  score(features: Features): Scores;
  /** The score of one subject in its parts; they add up to it, except where a part speaks against and counts 0. */
  partsOf(subject: number, features: Features): ScoreParts;
  /** The same ranker with one article changed; undefined where it would have to be trained anew. */
  withArticle(subject: number, article: SearchArticle, reader: Reader): Ranker | undefined;
}

/** `text`: the words of the whole article. */
export type ScoreParts = Readonly<Record<FeatureGroup | 'text', number>>;

/** Training touches every subject for every example: above this many subjects that takes seconds and hundreds of
 *  megabytes (26 s at 1,000, 2026-11-22). */
const MOST_TRAINED_SUBJECTS = 400;

/** What the words of the whole article count beside the trained weights: half a point better than without. */
const TEXT_SHARE = 0.18;

export function buildRanker(
  articles: readonly SearchArticle[],
  offTopic: readonly string[],
  reader: Reader,
  memory: WeightMemory = NO_MEMORY,
): Ranker {
  const subjects = articles.length + 1;
  const scores = new Scores(subjects);
  const texts = readTexts(articles, offTopic, reader);
  if (subjects > MOST_TRAINED_SUBJECTS) return lexicalRanker(buildLexicalIndex(wordBagsOf(texts)), scores);
  const read = [...texts];
  const trained = buildTrainedIndex(read, subjects, memory);
  return trainedRanker(trained, knownWays(read), buildLexicalIndex(wordBagsOf(read)), scores);
}

function trainedRanker(
  { space, weights, fullScore }: TrainedIndex,
  knownWay: KnownWays,
  lexical: LexicalIndex,
  scores: Scores,
): Ranker {
  const scale = (1 - TEXT_SHARE) / fullScore;
  return {
    trained: true,
    words: lexical,
    knownWay,
    score: (features) => {
      scores.startAll();
      addScores(scores.values, weights, space.vectorOf(features.hashes), scale);
      lexical.addTo(scores, features.hashes.words, TEXT_SHARE);
      return scores;
    },
    partsOf: (subject, features) => {
      const part = (group: FeatureGroup) => {
        const alone = { words: [], pairs: [], letters: [], [group]: features.hashes[group] };
        return Math.max(0, scale * scoreOf(subject, weights, space.vectorOf(alone)));
      };
      const [words = 0, pairs = 0, letters = 0] = GROUPS.map(part);
      return { words, pairs, letters, text: TEXT_SHARE * lexical.scoreOf(subject, features.hashes.words) };
    },
    withArticle: () => undefined,
  };
}

function lexicalRanker(lexical: LexicalIndex, scores: Scores): Ranker {
  return {
    trained: false,
    words: lexical,
    knownWay: () => undefined,
    score: ({ hashes }) => {
      scores.clear();
      lexical.addTo(scores, hashes.words, 1);
      return scores;
    },
    partsOf: (subject, { hashes }) => {
      return { words: 0, pairs: 0, letters: 0, text: lexical.scoreOf(subject, hashes.words) };
    },
    withArticle: (subject, article, reader) => {
      const [bag = new Map<number, number>()] = wordBagsOf(readTexts([article], [], reader));
      return lexicalRanker(lexical.withSubject(subject, bag), scores);
    },
  };
}
