import MarkdownIt, { type Token } from 'markdown-it';
import type { Problem } from '../problem';
import type { Rule } from './rule';

const markdownIt = new MarkdownIt({ html: true });
const ALLOWED = new Set([
  ...['paragraph_open', 'bullet_list_open', 'ordered_list_open', 'list_item_open', 'inline'],
  ...['text', 'softbreak', 'strong_open', 'link_open'],
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
      const strange = [...strangeBlocks(blocks), ...blocks.flatMap(strangeParts)].map(({ type, at }) =>
        error(line + at, `${type} is not allowed: paragraphs, **bold**, lists and links`),
      );
      return [...shape, ...strange];
    }),
  );

/** Something strange and how many lines below the section's first it stands. */
interface Strange {
  type: string;
  at: number;
}

/** What stands inside a strange block (the cells of a table) goes with it. */
function strangeBlocks(blocks: readonly Token[]): Strange[] {
  let outer: Token | undefined;
  return blocks.flatMap((block) => {
    if (block.nesting < 0 || (outer && block.level > outer.level)) return [];
    outer = ALLOWED.has(block.type) ? undefined : block;
    return outer ? [{ type: block.type, at: block.map?.[0] ?? 0 }] : [];
  });
}

/** The parts of a paragraph's text have no line of their own: its line breaks are counted. */
function strangeParts({ map, children }: Token): Strange[] {
  let at = map?.[0] ?? 0;
  return (children ?? []).flatMap(({ type, nesting }) => {
    if (type === 'softbreak' || type === 'hardbreak') at++;
    return nesting < 0 || ALLOWED.has(type) ? [] : [{ type, at }];
  });
}
