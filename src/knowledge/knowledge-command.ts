import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { checkCommand } from './check-command';
import { readContentFiles } from './content-files';
import { type Content, loadContent } from './load-content';
import { newArticle } from './new-article';
import type { Problem } from './problem';
import { readingTable } from './reading-table';

export const USAGE = `usage: knowledge -- [--due | --at 2026-11-22] [--strict] [--json]
       knowledge -- --new [THEME/]ID
       knowledge -- --reading
       knowledge -- --diff REV [--questions FILE.jsonl]…`;

export interface KnowledgeDeps {
  /** The folder `knowledge/`. */
  directory: string;
  /** ISO day, for `--due`. */
  today: string;
  /** The rules that need the search. */
  searchProblems: (content: Content) => Problem[];
  /** Prints what changed since that revision; an exit code. */
  diff: (revision: string, questionFiles: readonly string[]) => number;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `npm run knowledge`: checks everything under knowledge/; or writes a new article, shows how articles read, shows what a
 *  change moves. 0: done, 1: the check found an error, 2: wrong usage. */
export function knowledgeCommand(args: string[], deps: KnowledgeDeps): number {
  const options = readOptions(args);
  if (!options) return misused(deps, USAGE);
  const { new: topic, reading, diff, at } = options;
  if ([topic !== undefined, reading, diff !== undefined].filter(Boolean).length > 1) return misused(deps, USAGE);
  if (at !== undefined && !DateTime.fromFormat(at, 'yyyy-MM-dd').isValid)
    return misused(deps, `"${at}" is no day: write it as 2026-11-22`);
  if (topic !== undefined) return newArticle(topic, deps);
  if (diff !== undefined) return deps.diff(diff, options.questions);
  if (reading) {
    const { content } = loadContent(readContentFiles(deps.directory));
    if (content) readingTable(content).forEach(deps.print);
    return content ? 0 : misused(deps, 'the content cannot be read: run the check first');
  }
  return checkCommand({ ...options, day: at ?? (options.due ? deps.today : undefined) }, deps);
}

function misused({ complain }: KnowledgeDeps, why: string): number {
  complain(why);
  return 2;
}

/** Undefined: an option that is unknown or lacks its value. */
function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        due: { type: 'boolean', default: false },
        at: { type: 'string' },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        new: { type: 'string' },
        reading: { type: 'boolean', default: false },
        diff: { type: 'string' },
        questions: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch {
    return undefined;
  }
}
