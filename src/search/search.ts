/** The search: built once from what the bot knows, then asked with each message. Pure: no clock, no chance, no I/O. */
import type { SearchArticle } from './article';
import { clausesOf, sentencesOf } from './clauses';
import { confidenceOf, decide } from './decide';
import { examplesOf } from './examples';
import { explain } from './explain';
import { featuresOf } from './features';
import { measure } from './measure';
import type { MessageOutcome, SearchOutcome } from './outcome';
import { buildRanker } from './ranker';
import { buildReader } from './reading';
import { severalFound } from './several';
import { withoutMiddle } from './shorten';
import type { Vocabulary } from './vocabulary';
import { prepareLists } from './word-lists';

export type { SearchArticle } from './article';
export type { MessageOutcome, ScoredTopic, SearchExplanation, SearchOutcome, SeveralOutcome } from './outcome';
export type { Vocabulary } from './vocabulary';

export interface SearchOptions {
  /** Topic ids never to be returned: those the person has just refused. */
  excluded?: ReadonlySet<string>;
}

export interface Search {
  /** One question, one outcome. Of a question in several sentences the clearest one decides, or all together.
   *  Any text is answered: an empty one, or one of emoji, is `none`. Never throws. */
  search(question: string, options?: SearchOptions): SearchOutcome;
  /** The same for a whole message, which may ask two or three things at once. */
  searchMessage(message: string, options?: SearchOptions): MessageOutcome;
}

/** Topics handed back; a conversation shows three of them. */
const MOST_TOPICS = 5;

/** Takes about 0.3 s for a hundred articles. `offTopic`: sentences that are none of the bot's business. */
export function buildSearch(
  articles: readonly SearchArticle[],
  vocabulary: Vocabulary,
  offTopic: readonly string[],
): Search {
  const reader = buildReader(prepareLists(vocabulary), articles.flatMap(textsOf), offTopic);
  const ranker = buildRanker(examplesOf(articles, offTopic, reader), articles.length + 1);

  function searchSentence(sentence: string, { excluded = new Set() }: SearchOptions = {}): SearchOutcome {
    const reading = reader.readQuestion(sentence);
    const features = featuresOf(reading);
    const measures = measure(features, ranker, articles, excluded);
    const confidence = confidenceOf(measures);
    return {
      ...decide(measures, confidence, reading.words.length),
      topics: measures.ranking.slice(0, MOST_TOPICS).map(({ id, score }) => ({ id, score })),
      confidence,
      explanation: explain(reading, features, measures, ranker),
    };
  }

  function search(question: string, options?: SearchOptions): SearchOutcome {
    const short = withoutMiddle(question);
    const sentences = sentencesOf(short);
    const parts = sentences.length > 1 ? [short, ...sentences] : [short];
    return parts.map((part) => searchSentence(part, options)).reduce(surer);
  }

  function searchMessage(message: string, options?: SearchOptions): MessageOutcome {
    const clauses = clausesOf(withoutMiddle(message));
    const outcomes = severalFound(clauses.map((clause) => searchSentence(clause, options)));
    return outcomes.length > 1 ? { kind: 'several', outcomes } : search(message, options);
  }

  return { search, searchMessage };
}

/** Of equals the first: the whole text comes before its sentences. */
function surer(one: SearchOutcome, other: SearchOutcome): SearchOutcome {
  return other.confidence > one.confidence ? other : one;
}

function textsOf(article: SearchArticle): readonly string[] {
  return [article.title, ...article.questions, ...article.keywords, article.text];
}
