/** The search: built once from what the bot knows, then asked with each message. Pure: no clock, no chance, no I/O. */
import type { SearchArticle } from './article';
import { assess, outcomeOf, surer } from './assess';
import { clausesOf, sentencesOf } from './clauses';
import { examplesOf } from './examples';
import type { MessageOutcome, SearchOutcome } from './outcome';
import { buildRanker } from './ranker';
import { buildReader } from './reading';
import { severalFound } from './several';
import { withoutMiddle } from './shorten';
import type { Vocabulary } from './vocabulary';
import { prepareLists } from './word-lists';

export interface Search {
  /** One question, one outcome. Of a question in several sentences the clearest one decides, or all together.
   *  Any text is answered: an empty one, or one of emoji, is `none`. Never throws. */
  search: (question: string) => SearchOutcome;
  /** The same for a whole message, which may ask two or three things at once. */
  searchMessage: (message: string) => MessageOutcome;
}

/** Takes about 0.3 s for a hundred articles. `offTopic`: sentences that are none of the bot's business. */
export function buildSearch(
  articles: readonly SearchArticle[],
  vocabulary: Vocabulary,
  offTopic: readonly string[],
): Search {
  const reader = buildReader(prepareLists(vocabulary), articles.flatMap(textsOf), offTopic);
  const ranker = buildRanker(examplesOf(articles, offTopic, reader), articles.length + 1);

  const assessPart = (part: string) => assess(part, reader, ranker, articles);

  function search(question: string): SearchOutcome {
    const short = withoutMiddle(question);
    const sentences = sentencesOf(short);
    const parts = sentences.length > 1 ? [short, ...sentences] : [short];
    return outcomeOf(parts.map((part) => assessPart(part)).reduce(surer), ranker);
  }

  function searchMessage(message: string): MessageOutcome {
    const clauses = clausesOf(withoutMiddle(message));
    const outcomes = severalFound(clauses.map((clause) => outcomeOf(assessPart(clause), ranker)));
    return outcomes.length > 1 ? { kind: 'several', outcomes } : search(message);
  }

  return { search, searchMessage };
}

function textsOf(article: SearchArticle): readonly string[] {
  return [article.title, ...article.questions, ...article.keywords, article.text];
}
