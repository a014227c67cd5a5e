import type { Content } from '../load-content';
import type { Problem } from '../problem';

/** One rule over the whole content. */
export type Rule = (content: Content) => Problem[];

/** A piece of French that people will read, and where it stands. */
export interface Passage {
  file: string;
  line: number;
  text: string;
}

/** Everything in the content that people read, line by line. */
export function passages(content: Content): Passage[] {
  const articles = content.articles.flatMap((article) => [
    { file: article.file, line: article.lineOf(['title']), text: article.title },
    ...article.sections.flatMap(({ markdown, line }) =>
      markdown.split('\n').map((text, index) => ({ file: article.file, line: line + index, text })),
    ),
  ]);
  const contacts = Object.entries(content.contacts.value.contacts).flatMap(([id, contact]) =>
    [
      ...(['name', 'how', 'reason'] as const).map((key) => ({ path: [key], text: contact[key] })),
      ...Object.entries(contact.reasons ?? {}).map(([key, text]) => ({ path: ['reasons', key], text })),
    ].map(({ path, text }) => ({
      file: 'knowledge/contacts.yaml',
      line: content.contacts.lineOf(['contacts', id, ...path]),
      text,
    })),
  );
  const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({
    file: 'knowledge/safety.yaml',
    line: content.safety.lineOf(['emergencies', id, 'say']),
    text: emergency.say,
  }));
  return [...articles, ...contacts, ...emergencies, ...motivePassages(content.motives)];
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
