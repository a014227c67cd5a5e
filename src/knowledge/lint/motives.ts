import { unknown } from './references';
import type { Rule } from './rule';

const FILE = 'knowledge/motives.yaml';

/** Motives and guards lead to articles that exist, a promise is made for motives that exist, and each of the fund's own
 *  articles leads to a motive: who was not helped by it finds the right kind of message first. */
export const motives: Rule = (content) => [...unknownNames(content), ...withoutMotive(content)];

const withoutMotive: Rule = ({ articles, motives: { value } }) => {
  const led = new Set(Object.values(value.motives).flatMap(({ topics }) => topics));
  return articles
    .filter(({ id, kind }) => kind === 'own' && !led.has(id))
    .map(({ id, file }) => ({
      ...{ file, line: 1, severity: 'error', rule: 'no-motive' },
      message: `no motive of ${FILE} names "${id}" among its topics`,
    }));
};

const unknownNames: Rule = ({ topics, motives: { value, lineOf } }) => {
  const topicAt = (id: string, path: readonly PropertyKey[]) =>
    topics.has(id) ? [] : [unknown(FILE, lineOf(path), 'article', id)];
  return [
    ...Object.entries(value.motives).flatMap(([id, motive]) => [
      ...motive.topics.flatMap((topic, index) => topicAt(topic, ['motives', id, 'topics', index])),
      ...(motive.guard === undefined || Object.hasOwn(value.guards, motive.guard)
        ? []
        : [unknown(FILE, lineOf(['motives', id, 'guard']), 'guard', motive.guard)]),
    ]),
    ...Object.entries(value.guards).flatMap(([id, entries]) =>
      entries.flatMap(({ topic }, index) => topicAt(topic, ['guards', id, index, 'topic'])),
    ),
    ...Object.keys(value.commitment ?? {})
      .filter((id) => !Object.hasOwn(value.motives, id))
      .map((id) => unknown(FILE, lineOf(['commitment', id]), 'motive', id)),
  ];
};
