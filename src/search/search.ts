/** The search: built once from what the bot knows, then asked with each message. Pure: no clock, no chance, no I/O. */
import { type SearchArticle, textsOf } from './article';
import { outcomeOf } from './assess';
import { assessMessage } from './message';
import type { MessageOutcome, SearchOutcome } from './outcome';
import { NO_MEMORY, type WeightMemory } from './learnt-weights';
import { buildRanker, type Ranker } from './ranker';
import { buildReader, type Reader } from './reading';
import { outcomeOfMessage } from './several';
import type { Vocabulary } from './vocabulary';
import { prepareLists } from './word-lists';

export interface Search {
  /** One question, one outcome. Of a question in several sentences the clearest one decides, or all together.
   *  Any text is answered: an empty one, or one of emoji, is `none`. Never throws. */
  search: (question: string) => SearchOutcome;
  /** The same for a whole message, which may ask two or three things at once. */
  searchMessage: (message: string) => MessageOutcome;
  /** The same search with one article changed, known by its id. Above 400 articles nothing else is built anew; words that
   *  are new with the article are known, but not yet proposed for misspelt ones. An unknown id changes nothing. */
  withArticle: (article: SearchArticle) => Search;
}

/** Takes ten seconds for a hundred articles with 32,000 ways of asking, a minute for 100,000 without training. `offTopic`:
 *  sentences that are none of the bot's business. `memory`: where what was learnt is kept for the next time. */
export function buildSearch(
  articles: readonly SearchArticle[],
  vocabulary: Vocabulary,
  offTopic: readonly string[],
  memory: WeightMemory = NO_MEMORY,
): Search {
  const reader = readerOf(articles, vocabulary, offTopic);
  const rebuilt = (changed: readonly SearchArticle[]) => buildSearch(changed, vocabulary, offTopic);
  return searchWith(articles, reader, buildRanker(articles, offTopic, reader, memory), rebuilt);
}

export function readerOf(
  articles: readonly SearchArticle[],
  vocabulary: Vocabulary,
  offTopic: readonly string[],
): Reader {
  const texts = articles.flatMap((article) => textsOf(article).map(([, text]) => text));
  return buildReader(prepareLists(vocabulary), texts, offTopic);
}

function searchWith(
  articles: readonly SearchArticle[],
  reader: Reader,
  ranker: Ranker,
  rebuilt: (articles: readonly SearchArticle[]) => Search,
): Search {
  const parts = (message: string) => assessMessage(message, reader, ranker, articles);
  return {
    search: (question) => outcomeOf(parts(question).whole, ranker),
    searchMessage: (message) => outcomeOfMessage(parts(message), ranker),
    withArticle: (article) => {
      const changed = articles.map((old) => (old.id === article.id ? article : old));
      const knowing = reader.knowing(textsOf(article).map(([, text]) => text));
      const subject = articles.findIndex(({ id }) => id === article.id);
      const other = ranker.withArticle(subject, article, knowing);
      return other ? searchWith(changed, knowing, other, rebuilt) : rebuilt(changed);
    },
  };
}
