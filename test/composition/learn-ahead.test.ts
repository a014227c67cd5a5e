import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { learnAhead } from '../../src/composition/learn-ahead';
import { projectFolder } from './project-folder';

const BUILT = resolve('dist/src/composition/learn-ahead.worker.js');
const never = new AbortController().signal;

let root: string;
const cache = () => join(root, 'node_modules/.cache/guichet');
beforeEach(() => {
  root = projectFolder();
});
afterEach(() => rmSync(root, { recursive: true }));

test('when it is done the weights of the content stand in their file, and in another that it was found sound', async () => {
  await learnAhead({ root, day: '2026-11-22' }, never, BUILT);
  const files = [/^sound-.*\.bin$/, /^weights-.*\.bin$/].map((name) => expect.stringMatching(name) as string);
  expect(readdirSync(cache()).sort()).toEqual(files);
});

test('content that cannot be loaded, and a worker that is missing, are left to who loads it', async () => {
  writeFileSync(join(root, 'knowledge/facts.yaml'), 'facts: [');
  await expect(learnAhead({ root, day: '2026-11-22' }, never, BUILT)).resolves.toBeUndefined();
  await expect(learnAhead({ root, day: '2026-11-22' }, never, resolve('dist/no-such.js'))).resolves.toBeUndefined();
});

test('when it is no longer wanted it ends at once', async () => {
  const stopping = new AbortController();
  const learning = learnAhead({ root, day: '2026-11-22' }, stopping.signal, BUILT);
  stopping.abort();
  await learning;
  await learnAhead({ root, day: '2026-11-22' }, stopping.signal, BUILT);
  expect(() => readdirSync(cache())).toThrow('ENOENT');
});
