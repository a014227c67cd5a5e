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
    (['name', 'how', 'reason'] as const).map((key) => ({
      file: 'knowledge/contacts.yaml',
      line: content.contacts.lineOf(['contacts', id, key]),
      text: contact[key],
    })),
  );
  const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({
    file: 'knowledge/safety.yaml',
    line: content.safety.lineOf(['emergencies', id, 'say']),
    text: emergency.say,
  }));
  return [...articles, ...contacts, ...emergencies];
}
