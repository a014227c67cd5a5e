import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFiles, readContentFiles } from '../knowledge/content-files';
import { type Content, loadContent } from '../knowledge/load-content';
import { formatProblem } from '../knowledge/problem';
import { searchOf } from './search-of';

interface DiffDeps {
  /** The project's root, in a git work tree. */
  root: string;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** What the search decides, and the article it puts first. */
interface Decision {
  decision: string;
  topic: string;
}

/** Asks the tuning questions, and those of `questionFiles` (JSONL with `q`), of the content of that revision and of the
 *  content as it stands, and prints each whose decision or article changed. 2: no such revision, or unreadable content. */
export function diffCommand(
  revision: string,
  questionFiles: readonly string[],
  { root, print, complain }: DiffDeps,
): number {
  try {
    const before = decider(filesAt(root, revision), revision);
    const now = decider(readContentFiles(join(root, 'knowledge')), 'the work tree');
    const questions = readQuestions(root, questionFiles);
    const changes = questions.flatMap((question) => {
      const [old, fresh] = [before(question), now(question)];
      const same = old.decision === fresh.decision && old.topic === fresh.topic;
      return same ? [] : [`${question}\n  ${shown(old)} -> ${shown(fresh)}`];
    });
    changes.forEach(print);
    print(`${questions.length} questions, ${changes.length} changed since ${revision}`);
    return 0;
  } catch (error) {
    if (!(error instanceof DiffError)) throw error;
    complain(error.message);
    return 2;
  }
}

/** What who runs the command can mend. */
class DiffError extends Error {}

function decider(files: ContentFiles, name: string): (question: string) => Decision {
  const search = searchOf(contentOf(files, name));
  return (question) => {
    const outcome = search.search(question);
    return { decision: outcome.kind, topic: outcome.topics[0]?.id ?? '' };
  };
}

function contentOf(files: ContentFiles, name: string): Content {
  const { content, problems } = loadContent(withLaterFiles(files));
  if (content) return content;
  throw new DiffError([`the content of ${name} cannot be read:`, ...problems.map(formatProblem)].join('\n'));
}

/** A revision older than a file of the content had none of what it lists. */
function withLaterFiles(files: ContentFiles): ContentFiles {
  const outdated = 'knowledge/outdated.yaml';
  return files.has(outdated) ? files : new Map([...files, [outdated, 'terms: []']]);
}

function filesAt(root: string, revision: string): ContentFiles {
  // A revision that begins with a dash would be read as an option.
  const commit = git(
    root,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    revision,
  ).trim();
  const paths = git(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', 'knowledge/'], revision).split('\0');
  const content = paths.filter((path) => path.endsWith('.md') || path.endsWith('.yaml')).sort();
  return new Map(content.map((path) => [path, git(root, ['show', `${commit}:./${path}`], revision)]));
}

function git(root: string, args: string[], revision: string): string {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
  } catch {
    throw new DiffError(`git knows no revision "${revision}" here`);
  }
}

function readQuestions(root: string, extra: readonly string[]): string[] {
  const folder = join(root, 'test/questions');
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
  const files = [...own.sort().map((name) => join(folder, name)), ...extra];
  if (files.length === 0) throw new DiffError('no questions: test/questions/ is empty, and --questions names none');
  return [...new Set(files.flatMap(questionsIn))];
}

function questionsIn(file: string): string[] {
  if (!existsSync(file)) throw new DiffError(`${file} is not there`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [questionIn(line, `${file}:${index + 1}`)]));
}

function questionIn(line: string, place: string): string {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null && 'q' in parsed && typeof parsed.q === 'string') return parsed.q;
  } catch {
    // No JSON at all is as wrong as JSON without a question.
  }
  throw new DiffError(`${place} is no {"q":"…"}`);
}

function shown({ decision, topic }: Decision): string {
  return topic ? `${decision} ${topic}` : decision;
}
