import type { ArticleFrontMatter } from './schemas';

/** The parts of an article's body, as Markdown that still holds its placeholders. */
export type SectionName = 'En bref' | 'Étapes' | 'À préparer' | 'À savoir';

/** In the order in which they stand in a file. */
export const SECTION_NAMES: readonly SectionName[] = ['En bref', 'Étapes', 'À préparer', 'À savoir'];

export interface Section {
  name: SectionName;
  markdown: string;
  /** The file's line on which `markdown` begins. */
  line: number;
}

export interface Article extends ArticleFrontMatter {
  /** The file's name without `.md`. */
  id: string;
  theme: string;
  file: string;
  sections: readonly Section[];
  /** Line of a front matter value, for problems found after loading. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

export function section(article: Pick<Article, 'sections'>, name: SectionName): Section | undefined {
  return article.sections.find((candidate) => candidate.name === name);
}
