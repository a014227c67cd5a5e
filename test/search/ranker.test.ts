import { buildSearch } from '../../src/search/search';
import { articles, offTopic, vocabulary } from './small-knowledge';

const others = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...articles[0]!,
    id: `other-${at}`,
    title: `Sujet ${1_000 + at}`,
    questions: [`Que savoir du sujet ${1_000 + at} ?`],
  }));

// 400 subjects with the off-topic sentences are trained, 401 are not.
test.each([0, 400 - articles.length - 1, 401 - articles.length - 1])(
  'beside %d other subjects the same one comes first, surely enough to be answered or asked about',
  (count) => {
    const { search } = buildSearch([...articles, ...others(count)], vocabulary, offTopic);
    const { topics, kind } = search('la carte vitale est perdue');
    expect(topics[0]?.id).toBe('vitale-perdue');
    expect(['found', 'unsure']).toContain(kind);
  },
);
