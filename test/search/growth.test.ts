import { synthetic } from '../../bench/synthetic-articles';
import { buildSearch } from '../../src/search/search';
import { offTopic, vocabulary } from './small-knowledge';

const { articles, questions } = synthetic(500, 60);
const search = buildSearch(articles, vocabulary, offTopic);

test('500 articles, too many to train, answer questions with a word missing and one misspelt', () => {
  const right = questions.filter(({ q, id }) => search.search(q).topics[0]?.id === id);
  expect(right.length).toBeGreaterThanOrEqual(54);
});

describe('one changed article', () => {
  const [first] = articles;
  const changed = search.withArticle({ ...first!, title: 'kouzalinette bleue', questions: ['où est la kouzalinette'] });

  test('is found by its new words, and no longer by its old ones', () => {
    expect(changed.search('kouzalinette').topics[0]?.id).toBe(first!.id);
    const old = first!.questions[0]!;
    const before = search.search(old).topics.find(({ id }) => id === first!.id)?.score ?? 0;
    const after = changed.search(old).topics.find(({ id }) => id === first!.id)?.score ?? 0;
    expect(after).toBeLessThan(before);
  });

  test('leaves the search it came from alone', () => {
    expect(search.search('kouzalinette').topics).toEqual([]);
  });

  test('answers other questions as before', () => {
    const other = questions.find(({ id }) => id !== first!.id)!;
    expect(changed.search(other.q).topics[0]).toEqual(search.search(other.q).topics[0]);
  });
});

test('among few articles a change trains anew, and is found', () => {
  const few = buildSearch(articles.slice(0, 20), vocabulary, offTopic);
  const changed = few.withArticle({ ...articles[3]!, questions: ['où est la kouzalinette'] });
  expect(changed.search('où est la kouzalinette').topics[0]?.id).toBe(articles[3]!.id);
});
