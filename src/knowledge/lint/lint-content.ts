import type { Content } from '../load-content';
import type { Problem } from '../problem';
import { addresses } from './addresses';
import { factValues } from './fact-values';
import { figures } from './figures';
import { funds } from './funds';
import { lengths } from './lengths';
import { markdown } from './markdown';
import { motives } from './motives';
import { outdated } from './outdated';
import { questions } from './questions';
import { references } from './references';
import { reviewDates } from './review-dates';
import type { Rule } from './rule';
import { safetyNumbers } from './safety-numbers';
import { topicIds } from './topic-ids';
import { wording } from './wording';

const RULES: readonly Rule[] = [
  ...[topicIds, references, safetyNumbers, factValues, funds, motives],
  ...[figures, wording, outdated, markdown, addresses, lengths, questions],
];

/** Checks that the content agrees with itself and with the house's rules, in the order of files and lines.
 *  `day` (ISO) also asks for reviews that are overdue on it. */
export function lintContent(content: Content, day?: string): Problem[] {
  const problems = [...RULES.flatMap((rule) => rule(content)), ...(day ? reviewDates(content, day) : [])];
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
