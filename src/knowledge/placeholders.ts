/** What may stand between braces in content: `{{fact:id}}`, `{{contact:id}}`, `{{term:id}}`, and `{=36}`, a figure that is no fact. */
export interface Placeholder {
  kind: 'fact' | 'contact' | 'term';
  id: string;
  /** Offset in the text. */
  at: number;
}

const REFERENCE = /\{\{(fact|contact|term):([a-z0-9-]+)\}\}/g;
const FIGURE = /\{=([^{}]*)\}/g;

export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(REFERENCE)].map((match) => ({
    kind: match[1] as Placeholder['kind'],
    id: match[2] ?? '',
    at: match.index,
  }));
}

export function replacePlaceholders(text: string, words: (kind: Placeholder['kind'], id: string) => string): string {
  return withFigures(text.replace(REFERENCE, (_, kind: Placeholder['kind'], id: string) => words(kind, id)));
}

/** `{=36}` as it is read: `36`. */
export function withFigures(text: string): string {
  return text.replace(FIGURE, (_, figure: string) => figure);
}

/** The text without its placeholders and without the addresses of its links: what is left was written by hand. */
export function handwritten(text: string): string {
  return text
    .replace(REFERENCE, ' ')
    .replace(FIGURE, ' ')
    .replace(/\]\([^)]*\)/g, ']');
}
