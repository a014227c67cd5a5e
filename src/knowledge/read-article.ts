import { basename, dirname } from 'node:path/posix';
import { type Article, SECTION_NAMES, type Section, type SectionName } from './article';
import { checkYaml } from './checked-yaml';
import type { Problem } from './problem';
import { articleSchema } from './schemas';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/;

/** Reads one article file. What is wrong goes to `problems`; an unreadable article is undefined. */
export function readArticle(file: string, text: string, problems: Problem[]): Article | undefined {
  const error = (line: number, rule: string, message: string) =>
    problems.push({ file, line, severity: 'error', rule, message });

  const parts = FRONT_MATTER.exec(text.replaceAll('\r\n', '\n'));
  if (!parts) {
    error(1, 'front-matter', 'the file begins with front matter between two lines of ---');
    return undefined;
  }
  const [, head = '', body = ''] = parts;
  const frontMatter = checkYaml(head, articleSchema, file, problems, 2);
  const sections = readSections(body, head.split('\n').length + 2, error);
  const id = topicOf(file);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) error(1, 'topic-id', `"${id}" is no topic id: small letters, figures, hyphens`);
  if (!frontMatter) return undefined;
  return { ...frontMatter.value, id, theme: basename(dirname(file)), file, sections, lineOf: frontMatter.lineOf };
}

/** The topic id that a file's name gives. */
export function topicOf(file: string): string {
  return basename(file, '.md');
}

/** Splits a body at its `## ` headings. `firstLine` is the file's line on which the body begins. */
function readSections(
  body: string,
  firstLine: number,
  error: (line: number, rule: string, message: string) => void,
): Section[] {
  const sections: Section[] = [];
  let lines: string[] = [];
  body.split('\n').forEach((line, index) => {
    const heading = /^##\s+(.*?)\s*$/.exec(line)?.[1];
    if (heading !== undefined) {
      checkHeading(heading, sections, firstLine + index, error);
      lines = [];
      sections.push({ name: heading as SectionName, markdown: '', line: firstLine + index + 1 });
    } else {
      lines.push(line);
      const current = sections.at(-1);
      if (current) current.markdown = lines.join('\n').trimEnd();
      else if (line.trim() !== '') error(firstLine + index, 'sections', 'text before the first ## heading');
    }
  });
  if (sections[0]?.name !== 'En bref') error(firstLine, 'sections', 'the body begins with "## En bref"');
  for (const { name, markdown, line } of sections) {
    if (markdown.trim() === '') error(line, 'sections', `"## ${name}" is empty`);
  }
  return sections;
}

function checkHeading(
  heading: string,
  before: readonly Section[],
  line: number,
  error: (line: number, rule: string, message: string) => void,
): void {
  const place = SECTION_NAMES.indexOf(heading as SectionName);
  if (place < 0) error(line, 'sections', `"## ${heading}" is not one of: ${SECTION_NAMES.join(', ')}`);
  const last = before.at(-1);
  if (place >= 0 && last && SECTION_NAMES.indexOf(last.name) >= place) {
    error(line, 'sections', `"## ${heading}" comes before "## ${last.name}", once`);
  }
}
