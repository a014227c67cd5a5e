import { parseArgs } from 'node:util';
import { readContentFiles } from './content-files';
import { lintContent } from './lint/lint-content';
import { loadContent } from './load-content';
import { formatProblem } from './problem';

/** `npm run knowledge -- [--due | --at 2026-11-22] [--strict] [--json]`. Prints every problem; 1 when one is an error. */
export function lintCommand(args: string[], directory: string, today: string, print: (line: string) => void): number {
  const { values } = parseArgs({
    args,
    options: {
      due: { type: 'boolean', default: false },
      at: { type: 'string' },
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { content, problems } = loadContent(readContentFiles(directory));
  const day = values.at ?? (values.due ? today : undefined);
  const all = [...problems, ...(content ? lintContent(content, day) : [])].map((problem) =>
    values.strict ? { ...problem, severity: 'error' as const } : problem,
  );
  const errors = all.filter(({ severity }) => severity === 'error').length;
  if (values.json) print(JSON.stringify(all));
  else {
    for (const problem of all) print(formatProblem(problem));
    print(`${content?.articles.length ?? 0} articles, ${errors} errors, ${all.length - errors} warnings`);
  }
  return errors > 0 ? 1 : 0;
}
