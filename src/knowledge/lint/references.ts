import type { Content } from '../load-content';
import { placeholdersIn } from '../placeholders';
import type { Problem } from '../problem';
import { passages } from './passages';
import type { Rule } from './rule';

/** Everything that names something else names something that exists. */
export const references: Rule = (content) => [
  ...placeholders(content),
  ...articleReferences(content),
  ...factSources(content),
  ...contactReferences(content),
  ...safetyNumbers(content),
];

export function unknown(file: string, line: number, kind: string, id: string): Problem {
  return { file, line, severity: 'error', rule: 'unknown-reference', message: `there is no ${kind} "${id}"` };
}

function placeholders(content: Content): Problem[] {
  const known = {
    fact: content.facts.value.facts,
    contact: content.contacts.value.contacts,
    term: content.vocabulary.value.terms,
  };
  return passages(content).flatMap(({ file, line, text }) => [
    ...placeholdersIn(text)
      .filter(({ kind, id }) => !Object.hasOwn(known[kind], id))
      .map(({ kind, id }) => unknown(file, line, kind, id)),
    ...malformed(file, line, text),
  ]);
}

/** Braces that are no placeholder would be read aloud as braces. */
function malformed(file: string, line: number, text: string): Problem[] {
  const rest = text.replace(/\{\{(fact|contact|term):[a-z0-9-]+\}\}|\{=[^{}]*\}/g, '');
  if (!/[{}]/.test(rest)) return [];
  const message = 'braces that are neither {{fact:…}}, {{contact:…}}, {{term:…}} nor {=…}';
  return [{ file, line, severity: 'error', rule: 'placeholder', message }];
}

function articleReferences(content: Content): Problem[] {
  const contacts = content.contacts.value.contacts;
  return content.articles.flatMap((article) => [
    ...article.related.flatMap((id, index) =>
      content.topics.has(id) && id !== article.id ? [] : [unknown(article.file, article.lineOf(['related', index]), 'other article', id)],
    ),
    ...article.contacts.flatMap((id, index) =>
      Object.hasOwn(contacts, id) ? [] : [unknown(article.file, article.lineOf(['contacts', index]), 'contact', id)],
    ),
  ]);
}

function factSources(content: Content): Problem[] {
  const { value, lineOf } = content.facts;
  return Object.entries(value.facts)
    .filter(([, fact]) => !Object.hasOwn(value.sources, fact.source))
    .map(([id, fact]) => unknown('knowledge/facts.yaml', lineOf(['facts', id, 'source']), 'source', fact.source));
}

function contactReferences(content: Content): Problem[] {
  const { value, lineOf } = content.contacts;
  const known = { contact: value.contacts, territory: value.territories, timetable: value.timetables, holidays: value.holidays };
  const check = (kind: keyof typeof known, id: string, path: readonly PropertyKey[]) =>
    Object.hasOwn(known[kind], id) ? [] : [unknown('knowledge/contacts.yaml', lineOf(path), kind, id)];
  const contacts = Object.entries(value.contacts).flatMap(([id, contact]) => [
    ...(contact['instead-of'] ? check('contact', contact['instead-of'], ['contacts', id, 'instead-of']) : []),
    ...(['territories', 'except'] as const).flatMap((key) =>
      (contact[key] ?? []).flatMap((territory, index) => check('territory', territory, ['contacts', id, key, index])),
    ),
    ...Object.entries(contact.hours ?? {}).flatMap(([territory, timetable]) => [
      ...check('territory', territory, ['contacts', id, 'hours', territory]),
      ...check('timetable', timetable, ['contacts', id, 'hours', territory]),
    ]),
  ]);
  const calendars = (['territories', 'timetables'] as const).flatMap((key) =>
    Object.entries<{ holidays: string }>(value[key]).flatMap(([id, entry]) =>
      check('holidays', entry.holidays, [key, id, 'holidays']),
    ),
  );
  return [...contacts, ...calendars];
}

function safetyNumbers(content: Content): Problem[] {
  const { value, lineOf } = content.safety;
  return Object.entries(value.emergencies).flatMap(([id, emergency]) =>
    emergency.numbers.flatMap((fact, index) =>
      Object.hasOwn(content.facts.value.facts, fact)
        ? []
        : [unknown('knowledge/safety.yaml', lineOf(['emergencies', id, 'numbers', index]), 'fact', fact)],
    ),
  );
}
