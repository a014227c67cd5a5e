import { searchProblems } from '../../src/composition/search-lint';
import { loadContent } from '../../src/knowledge/load-content';
import { changed, LOST, ORDER, smallContent } from '../knowledge/small-content';

function found(files: ReadonlyMap<string, string>) {
  const { content, problems } = loadContent(files);
  if (!content) throw new Error(JSON.stringify(problems));
  return searchProblems(content).map(({ file, severity, rule }) => ({ file, severity, rule }));
}

const LIST = /questions:\n((?: {2}- .*\n)+)/;

/** The small content with these ways of asking the lost card, and another title for it. */
function askedBy(questions: readonly string[]) {
  const files = smallContent();
  const text = (files.get(LOST) ?? '').replace(
    LIST,
    () => `questions:\n${questions.map((question) => `  - ${question}\n`).join('')}`,
  );
  return changed(LOST, 'title: Carte perdue ou volée', 'title: Zut', files.set(LOST, text));
}

test('two articles that people ask in words of their own are told apart', () => {
  expect(found(smallContent())).toEqual([]);
});

test('an article whose ways of asking belong to another is told, and that nobody finds it', () => {
  const [, list = ''] = LIST.exec(smallContent().get(ORDER) ?? '') ?? [];
  const others = list
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ *- /, ''));
  // One further, so that a question is left out of one of the two articles at a time.
  // Of two articles that nobody can tell apart the other may be a twin too.
  expect(found(askedBy([...others.slice(1), ...others.slice(0, 1)]))).toEqual(
    expect.arrayContaining([
      { file: LOST, severity: 'error', rule: 'never-found' },
      { file: LOST, severity: 'warning', rule: 'twins' },
    ]),
  );
});

test('an article of which one way of asking in twelve is its own is found, and is still a twin', () => {
  const [, list = ''] = LIST.exec(smallContent().get(ORDER) ?? '') ?? [];
  const others = list
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ *- /, ''));
  const rules = found(askedBy([...others.slice(2), 'zut alors', 'zut encore'])).map(({ rule }) => rule);
  expect(new Set(rules)).toEqual(new Set(['twins']));
});
