/** A message taken apart: its sentences, and the clauses that may each be a request of their own. */
import { type Assessment, assess, topicsOf } from './assess';
import type { SearchArticle } from './article';
import { clausesOf, sentencesOf } from './clauses';
import type { Ranker } from './ranker';
import { joinReadings, type Reader, type Reading } from './reading';
import { withoutMiddle } from './shorten';

/** People ask at the beginning or at the end; more parts than these are an enumeration, and cost time. */
const MOST_SENTENCES = 8;
const MOST_CLAUSES = 6;

export interface MessageParts {
  /** The whole message, surer where a sentence of it says the same more clearly. */
  whole: Assessment;
  /** Each clause for itself; one or none: the message is one request. */
  clauses: readonly Assessment[];
}

export function assessMessage(
  message: string,
  reader: Reader,
  ranker: Ranker,
  articles: readonly SearchArticle[],
): MessageParts {
  const sentences = sentencesOf(withoutMiddle(message)).map((text) => {
    return { clauses: clausesOf(text), reading: reader.readQuestion(text) };
  });
  const assessed = (reading: Reading) => assess(reading, ranker, articles);
  const whole = assessed(joinReadings(sentences.map(({ reading }) => reading)));
  const telling = bothEnds(
    sentences.filter(({ reading }) => reading.words.length > 1),
    MOST_SENTENCES,
  );
  const singles = telling.length > 1 ? telling.map(({ reading }) => assessed(reading)) : [];
  const clauses = telling.flatMap(({ clauses: texts }, at) =>
    texts.length > 1
      ? bothEnds(texts, MOST_CLAUSES).map((text) => assessed(reader.readQuestion(text)))
      : (singles[at] ?? []),
  );
  return { whole: singles.reduce(surerBy, whole), clauses };
}

/** A story around a question hides how clear the question is; it hardly changes the subject. Half way, because the
 *  sentence may be an aside. */
function surerBy(whole: Assessment, sentence: Assessment): Assessment {
  const sameSubject = topicsOf(whole)[0]?.id === topicsOf(sentence)[0]?.id;
  if (!sameSubject || sentence.confidence <= whole.confidence) return whole;
  return { ...whole, confidence: (whole.confidence + sentence.confidence) / 2 };
}

function bothEnds<T>(parts: readonly T[], most: number): readonly T[] {
  return parts.length <= most ? parts : [...parts.slice(0, most / 2), ...parts.slice(-most / 2)];
}
