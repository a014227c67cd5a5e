import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffCommand } from '../../src/composition/diff-command';
import { contentFolder } from '../knowledge/content-folder';
import { LOST, smallContent } from '../knowledge/small-content';

const QUESTIONS = ['carte avalée par le distributeur', 'commander une carte'];

/** A work tree whose content is committed once, with the questions that are replayed. */
function workTree(): string {
  const root = contentFolder(smallContent());
  mkdirSync(join(root, 'test/questions'), { recursive: true });
  writeFileSync(join(root, 'test/questions/own.jsonl'), QUESTIONS.map((q) => JSON.stringify({ q })).join('\n'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init');
  git('add', '.');
  git('-c', 'user.name=Camille', '-c', 'user.email=camille@example.org', 'commit', '-m', 'The content');
  return root;
}

function diff(root: string, revision: string, questionFiles: string[] = []) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = diffCommand(revision, questionFiles, {
    root,
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed, complaints };
}

/** An editor adds a way of asking, and does not commit it. */
function teach(root: string, way: string): void {
  const file = join(root, LOST);
  writeFileSync(file, readFileSync(file, 'utf8').replace('  - carte volée\n', `  - carte volée\n  - ${way}\n`));
}

test('content that stands as it was committed moves nothing', () => {
  expect(diff(workTree(), 'HEAD')).toEqual({
    ...{ code: 0, complaints: [] },
    printed: ['2 questions, 0 changed since HEAD'],
  });
});

test('a new way of asking: each question whose decision or article changed is listed, with both, and no other', () => {
  const root = workTree();
  teach(root, 'un distributeur a avalé ma carte');
  const { code, printed } = diff(root, 'HEAD');
  expect(code).toBe(0);
  expect(printed).toEqual([
    expect.stringMatching(/^carte avalée par le distributeur\n {2}\w+( \S+)? -> \w+ carte-perdue$/),
    '2 questions, 1 changed since HEAD',
  ]);
});

test('questions of a log go in beside those of the project', () => {
  const root = workTree();
  const log = join(root, 'log.jsonl');
  writeFileSync(log, '{"q":"le distributeur a gardé la carte de [nom masqué]"}\n');
  teach(root, 'le distributeur a gardé ma carte');
  expect(diff(root, 'HEAD', [log]).printed.at(-1)).toMatch(/^3 questions, [12] changed/);
});

test.each([
  ['no such revision', 'elsewhere', [], 'git knows no revision "elsewhere" here'],
  ['a revision that looks like an option', '--all', [], 'git knows no revision "--all" here'],
  ['a file of questions that is not there', 'HEAD', ['nowhere.jsonl'], 'nowhere.jsonl is not there'],
])('%s is told in one line, with exit code 2', (_, revision, files, complaint) => {
  expect(diff(workTree(), revision, files)).toEqual({ code: 2, printed: [], complaints: [complaint] });
});
