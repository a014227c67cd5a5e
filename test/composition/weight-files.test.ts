import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weightFiles } from '../../src/composition/weight-files';
import type { Learnt, WeightMemory } from '../../src/search/learnt-weights';
import { buildSearch } from '../../src/search/search';
import { articles, offTopic, vocabulary } from '../search/small-knowledge';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-weights-'));
  folder = join(root, 'node_modules/.cache/guichet');
});
afterEach(() => rmSync(root, { recursive: true }));

/** The memory, with what was recalled of it. */
function watched(memory: WeightMemory) {
  const recalled: boolean[] = [];
  const recall = (key: string) => {
    const values = memory.recall(key);
    recalled.push(values !== undefined);
    return values;
  };
  return { recalled, memory: { ...memory, recall } };
}

const answersOf = ({ search }: ReturnType<typeof buildSearch>) =>
  ["j'ai perdu ma carte vitale", 'rib', 'le temps demain'].map((question) => {
    const { kind, topics, confidence } = search(question);
    return { kind, topics, confidence };
  });

test('what was learnt once is recalled, and answers the very same', () => {
  const { recalled, memory } = watched(weightFiles(root));
  const learnt = answersOf(buildSearch(articles, vocabulary, offTopic, memory));
  expect(answersOf(buildSearch(articles, vocabulary, offTopic, memory))).toEqual(learnt);
  expect(learnt).toEqual(answersOf(buildSearch(articles, vocabulary, offTopic)));
  expect(recalled).toEqual([false, true]);
});

test('who waits for the learning is told before it, and not where it is recalled', () => {
  const missed = jest.fn();
  buildSearch(articles, vocabulary, offTopic, weightFiles(root, missed));
  expect(missed).toHaveBeenCalledTimes(1);
  buildSearch(articles, vocabulary, offTopic, weightFiles(root, missed));
  expect(missed).toHaveBeenCalledTimes(1);
});

test('another way of asking is learnt anew, another answer teaches nothing', () => {
  const { recalled, memory } = watched(weightFiles(root));
  const changed = (change: object) => articles.map((article, at) => (at === 0 ? { ...article, ...change } : article));
  buildSearch(articles, vocabulary, offTopic, memory);
  buildSearch(changed({ questions: ['une carte de perdue'] }), vocabulary, offTopic, memory);
  buildSearch(changed({ text: 'Déclarez sa disparition.' }), vocabulary, offTopic, memory);
  expect(recalled).toEqual([false, false, true]);
});

const learntOf = (...values: number[]): Learnt => ({
  counts: { words: new Map([[4_711, 2]]), pairs: new Map([[-12, 1]]), letters: new Map([[7, 1]]) },
  weights: { subjects: 1, units: Float32Array.of(0.5, 0.25, 1), values: Int8Array.from(values) },
  fullScore: 14,
});

test('a damaged file is as none, and is written anew', () => {
  const memory = weightFiles(root);
  memory.keep('a', learntOf(1, 2, 3));
  expect(memory.recall('a')).toEqual(learntOf(1, 2, 3));
  const [file = ''] = readdirSync(folder).map((name) => join(folder, name));
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  writeFileSync(file, bytes);
  expect(memory.recall('a')).toBeUndefined();
  memory.keep('a', learntOf(1, 2, 3));
  expect(memory.recall('a')).toEqual(learntOf(1, 2, 3));
});

test("the newest three stay, and nothing that is another tool's goes", () => {
  const memory = weightFiles(root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'other'), '');
  ['a', 'b', 'c', 'd'].forEach((key, at) => {
    memory.keep(key, learntOf(at));
    utimesSync(join(folder, `weights-${key}.bin`), at, at);
  });
  memory.keep('e', learntOf(9));
  expect(readdirSync(folder).sort()).toEqual(['other', 'weights-c.bin', 'weights-d.bin', 'weights-e.bin']);
});

test('where nothing can be written the search answers all the same', () => {
  writeFileSync(join(root, 'node_modules'), 'a file where the folder should be');
  const { recalled, memory } = watched(weightFiles(root));
  const search = buildSearch(articles, vocabulary, offTopic, memory);
  expect(search.search("j'ai perdu ma carte vitale").topics[0]?.id).toBe('vitale-perdue');
  expect(recalled).toEqual([false]);
});
