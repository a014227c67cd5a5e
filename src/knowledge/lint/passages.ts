import type { Content } from '../load-content';

/** A piece of French that people will read, and where it stands. */
export interface Passage {
  file: string;
  line: number;
  text: string;
}

/** Everything in the content that people read, line by line. */
export function passages(content: Content): Passage[] {
  return [...prose(content), ...factPassages(content.facts), ...termPassages(content.vocabulary)];
}

/** What is written around facts and terms. A figure has no place in it; in those it is at home. */
export function prose({ articles, contacts, safety, motives }: Content): Passage[] {
  return [
    ...articlePassages(articles),
    ...contactPassages(contacts),
    ...emergencyPassages(safety),
    ...motivePassages(motives),
  ];
}

function articlePassages(articles: Content['articles']): Passage[] {
  return articles.flatMap(({ file, title, sections, lineOf }) => [
    { file, line: lineOf(['title']), text: title },
    ...sections.flatMap(({ markdown, line }) => markdown.split('\n').map((text, index) => ({ file, line: line + index, text }))),
  ]);
}

function contactPassages({ value, lineOf }: Content['contacts']): Passage[] {
  const file = 'knowledge/contacts.yaml';
  return Object.entries(value.contacts).flatMap(([id, contact]) => [
    ...(['name', 'how', 'reason'] as const).map((key) => ({
      file,
      line: lineOf(['contacts', id, key]),
      text: contact[key],
    })),
    ...Object.entries(contact.reasons ?? {}).map(([key, text]) => ({
      file,
      line: lineOf(['contacts', id, 'reasons', key]),
      text,
    })),
  ]);
}

function emergencyPassages({ value, lineOf }: Content['safety']): Passage[] {
  const file = 'knowledge/safety.yaml';
  return Object.entries(value.emergencies).map(([id, { say }]) => ({
    file,
    line: lineOf(['emergencies', id, 'say']),
    text: say,
  }));
}

function motivePassages({ value, lineOf }: Content['motives']): Passage[] {
  const file = 'knowledge/motives.yaml';
  const motives = Object.entries(value.motives).flatMap(([id, { title, needs }]) => [
    { file, line: lineOf(['motives', id, 'title']), text: title },
    ...needs.map((text, index) => ({ file, line: lineOf(['motives', id, 'needs', index]), text })),
  ]);
  const guards = Object.entries(value.guards).flatMap(([id, entries]) =>
    entries.map(({ say }, index) => ({ file, line: lineOf(['guards', id, index, 'say']), text: say })),
  );
  return [...motives, ...guards];
}

function factPassages({ value, lineOf }: Content['facts']): Passage[] {
  const file = 'knowledge/facts.yaml';
  return Object.entries(value.facts).flatMap(([id, { say, fallback }]) => [
    { file, line: lineOf(['facts', id, 'say']), text: say },
    ...(fallback === undefined ? [] : [{ file, line: lineOf(['facts', id, 'fallback']), text: fallback }]),
  ]);
}

function termPassages({ value, lineOf }: Content['vocabulary']): Passage[] {
  const file = 'knowledge/vocabulary.yaml';
  return Object.entries(value.terms).flatMap(([id, term]) =>
    (['say', 'explain'] as const).map((key) => ({ file, line: lineOf(['terms', id, key]), text: term[key] })),
  );
}
