import { createHash } from 'node:crypto';
import { isLesson } from '../../src/search/examples';
import { readTexts } from '../../src/search/read-texts';
import { readerOf } from '../../src/search/search';
import { learn, LEARNING_VERSION } from '../../src/search/trained-index';
import { articles, offTopic, vocabulary } from './small-knowledge';

/** What is learnt of the small knowledge base, to three digits. */
function fingerprint(): string {
  const texts = [...readTexts(articles, offTopic, readerOf(articles, vocabulary, offTopic))];
  const { counts, weights, fullScore } = learn(texts.filter(isLesson), articles.length + 1);
  const names = Object.values(counts).flatMap((group) => [...group].map(String));
  const units = [...weights.units].map((unit) => unit.toFixed(3));
  const all = [...names, ...units, weights.values.join(), fullScore.toFixed(3)];
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 12);
}

test('what is learnt has changed only where the version was raised: else a server would recall what it learnt before', () => {
  expect([LEARNING_VERSION, fingerprint()]).toEqual([7, '64e7b4f14011']);
});
