import type { Article } from '../knowledge/article';
import type { Content } from '../knowledge/load-content';
import type { Problem } from '../knowledge/problem';
import { MOST_TOPICS } from '../search/measure';
import type { ScoredTopic } from '../search/outcome';
import { searchOf } from './search-of';

/** Each way of asking is left out once, with the others of its third: leaving out one at a time would build the search
 *  thirty thousand times. */
const THIRDS = 3;
/** A way of asking, and what a search that has not learnt it finds. */
interface Trial {
  article: Article;
  topics: readonly ScoredTopic[];
}

/** Whether our own search finds each article by its own ways of asking, and tells it from its neighbours. Takes about
 *  half a minute: for the command, not for the start of the program. */
export function searchProblems(content: Content): Problem[] {
  const trials = leaveOut(content);
  return content.articles.flatMap((article) => {
    const own = trials.filter((trial) => trial.article === article);
    return [...neverFound(article, own), ...twins(article, own)];
  });
}

function leaveOut(content: Content): Trial[] {
  return Array.from({ length: THIRDS }, (_, third) => {
    const kept = (_question: string, index: number) => index % THIRDS !== third;
    const search = searchOf({
      ...content,
      articles: content.articles.map((article) => ({ ...article, questions: article.questions.filter(kept) })),
    });
    return content.articles.flatMap((article) =>
      article.questions
        .filter((_question, index) => index % THIRDS === third)
        .map((question) => ({ article, topics: search.search(question).topics })),
    );
  }).flat();
}

function neverFound({ id, file, lineOf }: Article, trials: readonly Trial[]): Problem[] {
  if (trials.some(({ topics }) => topics[0]?.id === id)) return [];
  const message = 'no way of asking it, left out once, finds it first: ask it as people do, and in several ways';
  return [{ file, line: lineOf(['questions']), severity: 'error', rule: 'never-found', message }];
}

/** Another article that scores higher for more than half of this one's ways of asking: to our search the two are one. */
function twins({ id, file, lineOf }: Article, trials: readonly Trial[]): Problem[] {
  const others = new Set(
    trials.flatMap(({ topics }) => topics.map((topic) => topic.id)).filter((topic) => topic !== id),
  );
  return [...others].flatMap((other): Problem[] => {
    const margin = median(trials.map(({ topics }) => scoreOf(id, topics) - scoreOf(other, topics)));
    if (margin >= 0) return [];
    const message = `the search takes it for ${other}: left out once, its ways of asking score ${margin.toFixed(2)} against it in the middle`;
    return [{ file, line: lineOf(['questions']), severity: 'warning', rule: 'twins', message }];
  });
}

/** A topic that is not among the best scores at most what the last of them does, and nothing where there is room for more. */
function scoreOf(id: string, topics: readonly ScoredTopic[]): number {
  const last = topics.length < MOST_TOPICS ? 0 : topics.at(-1)?.score;
  return topics.find((topic) => topic.id === id)?.score ?? last ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
