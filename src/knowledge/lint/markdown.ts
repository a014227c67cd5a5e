import MarkdownIt from 'markdown-it';
import type { Problem } from '../problem';
import type { Rule } from './rule';

const markdownIt = new MarkdownIt({ html: true });
const ALLOWED = new Set([
  ...['paragraph_open', 'paragraph_close', 'bullet_list_open', 'bullet_list_close', 'ordered_list_open'],
  ...['ordered_list_close', 'list_item_open', 'list_item_close', 'inline', 'text', 'softbreak'],
  ...['strong_open', 'strong_close', 'link_open', 'link_close'],
]);

/** Only what every channel can show: paragraphs, bold, lists, links. « Étapes » is numbered, « À préparer » a list. */
export const markdown: Rule = (content) =>
  content.articles.flatMap(({ file, sections }) =>
    sections.flatMap(({ name, markdown: text, line }): Problem[] => {
      const error = (at: number, message: string): Problem => ({ file, line: at, severity: 'error', rule: 'markdown', message });
      const blocks = markdownIt.parse(text, {});
      const first = blocks[0]?.type;
      const shape =
        name === 'Étapes' && first !== 'ordered_list_open'
          ? [error(line, '"## Étapes" is a numbered list')]
          : name === 'À préparer' && first !== 'bullet_list_open'
            ? [error(line, '"## À préparer" is a list of - items')]
            : [];
      const strange = blocks
        .flatMap((block) => [block, ...(block.children ?? []).map((child) => ({ type: child.type, map: block.map }))])
        .filter(({ type }) => !ALLOWED.has(type))
        .map(({ type, map }) => error(line + (map?.[0] ?? 0), `${type} is not allowed: paragraphs, **bold**, lists and links`));
      return [...shape, ...strange];
    }),
  );
