import type { Problem } from '../problem';
import type { Rule } from './rule';

/** One topic id in two themes: one article would hide the other. */
export const topicIds: Rule = ({ articles }) => {
  const first = new Map<string, string>();
  return articles.flatMap(({ id, file }): Problem[] => {
    const other = first.get(id);
    first.set(id, other ?? file);
    if (other === undefined) return [];
    return [{ file, line: 1, severity: 'error', rule: 'same-topic', message: `${other} has the topic id "${id}" too` }];
  });
};
