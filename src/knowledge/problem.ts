/** Something wrong in the content, told so that the person who wrote it can mend it. */
export interface Problem {
  /** Path below the project's root, e.g. `knowledge/facts.yaml`. */
  file: string;
  /** From 1. */
  line: number;
  severity: 'error' | 'warning';
  /** Kebab-case name of the rule that found it. */
  rule: string;
  message: string;
}

/** `knowledge/facts.yaml:12: error: … [rule]`, the form that editors make clickable. */
export function formatProblem(problem: Problem): string {
  const { file, line, severity, message, rule } = problem;
  return `${file}:${line}: ${severity}: ${message} [${rule}]`;
}

/** Thrown when content cannot be served; its message lists every problem, one a line. */
export class ContentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
  }
}
