import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { readContentFiles } from './content-files';
import { lintContent } from './lint/lint-content';
import { loadContent } from './load-content';
import { formatProblem, type Problem } from './problem';

const USAGE = 'usage: knowledge -- [--due | --at 2026-11-22] [--strict] [--json]';

/** `npm run knowledge -- [--due | --at 2026-11-22] [--strict] [--json]`. Prints every problem; 1 when one is an error,
 *  2: wrong usage. `today` is an ISO day, for `--due`. */
export function lintCommand(
  args: string[],
  directory: string,
  today: string,
  print: (line: string) => void,
  complain: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): number {
  const options = readOptions(args);
  if (!options) {
    complain(USAGE);
    return 2;
  }
  if (options.at !== undefined && !DateTime.fromFormat(options.at, 'yyyy-MM-dd').isValid) {
    complain(`"${options.at}" is no day: write it as 2026-11-22`);
    return 2;
  }
  const { content, problems } = loadContent(readContentFiles(directory));
  const day = options.at ?? (options.due ? today : undefined);
  const found = [...problems, ...(content ? lintContent(content, day) : [])];
  const all = options.strict ? found.map(asError) : found;
  const errors = all.filter(({ severity }) => severity === 'error').length;
  if (options.json) print(JSON.stringify(all));
  else {
    for (const problem of all) print(formatProblem(problem));
    print(`${content?.articles.length ?? 0} articles, ${errors} errors, ${all.length - errors} warnings`);
  }
  return errors > 0 ? 1 : 0;
}

function asError(problem: Problem): Problem {
  return { ...problem, severity: 'error' };
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
      },
    }).values;
  } catch {
    return undefined;
  }
}
