import type { Problem } from '../problem';
import { placeholdersIn } from '../placeholders';
import type { Rule } from './rule';

const SAFETY = 'knowledge/safety.yaml';

/** An emergency number is always said: it never ends, nothing makes it « à titre indicatif », and each number of an
 *  emergency stands in its sentence. Unknown ones are another rule's. */
export const safetyNumbers: Rule = ({ safety, facts }) =>
  Object.entries(safety.value.emergencies).flatMap(([id, { numbers, say }]) => {
    const said = new Set(placeholdersIn(say).map((placeholder) => placeholder.id));
    return numbers.flatMap((number, index): Problem[] => {
      const fact = facts.value.facts[number];
      const line = safety.lineOf(['emergencies', id, 'numbers', index]);
      const error = (message: string): Problem => ({ file: SAFETY, line, severity: 'error', rule: 'safety-number', message });
      if (!fact) return [];
      return [
        ...(fact.kind === 'phone' ? [] : [error(`"${number}" is no phone number`)]),
        ...(fact.valid ? [error(`"${number}" begins or ends: an emergency number is always said`)] : []),
        ...(fact.confidence === 'C' ? [error(`"${number}" has confidence C: find a second source`)] : []),
        ...(said.has(number) ? [] : [error(`the sentence does not say {{fact:${number}}}`)]),
      ];
    });
  });
