import { readContentFiles } from './content-files';
import { lintContent } from './lint/lint-content';
import { type Content, loadContent } from './load-content';
import { formatProblem, type Problem } from './problem';

export interface CheckOptions {
  /** ISO; reviews that are overdue on it are told too. Undefined: nobody asks. */
  day: string | undefined;
  strict: boolean;
  json: boolean;
}

interface CheckDeps {
  directory: string;
  searchProblems: (content: Content) => Problem[];
  print: (line: string) => void;
}

/** Prints every problem, then what there is; 1 when one of them is an error. The search is asked last, and only about
 *  content that could be served. */
export function checkCommand({ day, strict, json }: CheckOptions, { directory, searchProblems, print }: CheckDeps): number {
  const { content, problems } = loadContent(readContentFiles(directory));
  const found = [...problems, ...(content ? lintContent(content, day) : [])];
  const servable = content && !found.some(isError);
  const told = [...found, ...(servable ? searchProblems(content) : [])];
  const all = strict ? told.map(asError) : told;
  const errors = all.filter(isError).length;
  if (json) print(JSON.stringify(all));
  else {
    for (const problem of all) print(formatProblem(problem));
    if (content) print(counts(content));
    print(`${errors} errors, ${all.length - errors} warnings`);
  }
  return errors > 0 ? 1 : 0;
}

function counts({ articles, facts, funds, safety, motives }: Content): string {
  const size = (entries: object) => Object.keys(entries).length;
  const ways = articles.reduce((sum, { questions }) => sum + questions.length, 0);
  return [
    `${articles.length} articles`,
    `${ways} ways of asking`,
    `${size(facts.value.facts)} facts`,
    `${size(funds.value.funds)} funds`,
    `${size(motives.value.motives)} motives`,
    `${size(safety.value.emergencies)} emergencies`,
  ].join(', ');
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function asError(problem: Problem): Problem {
  return { ...problem, severity: 'error' };
}
