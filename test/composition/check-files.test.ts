import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../../src/composition/check-files';
import { loadKnowledge } from '../../src/knowledge/knowledge';
import type { Problem } from '../../src/knowledge/problem';
import { projectFolder } from './project-folder';

const DAY = '2026-11-22';
let root: string;
beforeEach(() => {
  root = projectFolder();
});
afterEach(() => rmSync(root, { recursive: true }));

const load = () => {
  const problems: Problem[] = [];
  const memory = checkFiles(root);
  let skipped: boolean | undefined;
  const isSound = (key: string) => (skipped = memory.isSound(key));
  const knowledge = loadKnowledge(join(root, 'knowledge'), DAY, problems, { ...memory, isSound });
  return { knowledge, problems, skipped };
};

/** As a content editor does: an unknown fact where the first one stands. */
const breakContent = () => {
  const folder = join(root, 'knowledge/articles');
  const article = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .find((path) => path.endsWith('.md') && readFileSync(path, 'utf8').includes('## En bref'));
  const text = readFileSync(article ?? '', 'utf8');
  writeFileSync(article ?? '', text.replace('## En bref\n', '## En bref\n\n{{fact:nowhere}}\n'));
};

test('content that was found sound is not checked again, and is the same', () => {
  const first = load();
  const second = load();
  expect([first, second].map(({ skipped }) => skipped)).toEqual([false, true]);
  expect(second.knowledge?.version).toBe(first.knowledge?.version);
  expect(second.knowledge?.version).toMatch(/^[\da-f]{12}$/);
});

test('changed content is checked, and refused each time until it is mended', () => {
  load();
  breakContent();
  for (const { knowledge, problems, skipped } of [load(), load()]) {
    expect({ knowledge, skipped }).toEqual({ knowledge: undefined, skipped: false });
    expect(problems.map(({ message }) => message).join()).toContain('nowhere');
  }
});

test('where nothing can be kept, content is checked each time', () => {
  writeFileSync(join(root, 'node_modules'), 'not a folder');
  load();
  const { knowledge, skipped } = load();
  expect(knowledge).toBeDefined();
  expect(skipped).toBe(false);
});

test('what is kept says that content is sound under the rules of now: nothing else was looked at', () => {
  breakContent();
  const problems: Problem[] = [];
  const memory = { isSound: () => true, keepSound: () => undefined };
  expect(loadKnowledge(join(root, 'knowledge'), DAY, problems, memory)).toBeDefined();
  expect(problems).toEqual([]);
});
