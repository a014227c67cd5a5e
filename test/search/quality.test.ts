import { join } from 'node:path';
import { fallenBelow, readBaseline } from '../../bench/evaluate/baseline';
import { figuresOf } from '../../bench/evaluate/figures';
import { judge } from '../../bench/evaluate/judge';
import { halfOf, readQuestions } from '../../bench/evaluate/questions';
import { guichet } from '../../bench/engines/guichet';
import { loadEverything } from '../../src/composition/content';
import { THRESHOLDS } from '../../src/search/decide';
import { fold } from '../../src/search/fold';

const { search, knowledge } = loadEverything('.', '2026-11-22');
const questions = readQuestions('test/questions');
const checking = questions.filter((question) => halfOf(question) === 'checking');

test('questions of the checking half are answered as well as at the baseline, but for noise', async () => {
  const figures = figuresOf(await judge(guichet(search), checking), THRESHOLDS.found);
  expect(fallenBelow(readBaseline(join('bench/evaluate/baseline.json')), figures)).toEqual([]);
});

test('a baseline that was better is noticed, both where more is better and where less is', () => {
  const baseline = readBaseline(join('bench/evaluate/baseline.json'));
  const worse = { ...baseline, top1: baseline.top1 - 0.031, offTopicAnswered: baseline.offTopicAnswered + 0.041 };
  expect(fallenBelow(baseline, worse)).toHaveLength(2);
  expect(fallenBelow(baseline, { ...baseline, top1: baseline.top1 - 0.029 })).toEqual([]);
});

describe('the questions', () => {
  const plain = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();

  test('stand in no article', () => {
    const known = new Set(
      knowledge.content.articles.flatMap(({ title, questions: asked }) => [title, ...asked].map(plain)),
    );
    expect(questions.filter(({ q }) => known.has(plain(q))).map(({ q }) => halfOf({ q }))).toEqual([]);
  });

  test('stand in no list of off-topic sentences', () => {
    const known = new Set(knowledge.content.offTopic.map(plain));
    expect(questions.filter(({ q }) => known.has(plain(q))).length).toBe(0);
  });

  test('want subjects that there are', () => {
    const ids = new Set(knowledge.content.articles.map(({ id }) => id));
    const unknown = questions.flatMap(({ topics, also }) => [...topics, ...also]).filter((id) => !ids.has(id));
    expect(unknown).toEqual([]);
  });

  test('are more than a thousand, with 200 to refuse, 150 of other bodies and 150 of two subjects', () => {
    const count = (set: string) => questions.filter((question) => question.set === set).length;
    expect(count('own') + count('elsewhere')).toBeGreaterThan(1_000);
    expect([count('off-topic'), count('elsewhere'), count('two-subjects')]).toEqual([200, 150, 150]);
  });
});
