import { createHash } from 'node:crypto';
import { type Article, section, type SectionName } from './article';
import { type CheckMemory, keyOfChecked, NO_CHECKS } from './checked-before';
import { type ContentFiles, readContentFiles } from './content-files';
import { lintContent } from './lint/lint-content';
import { inForceOn } from './in-force';
import { type Content, loadContent } from './load-content';
import type { Problem } from './problem';
import { renderingVocabulary, renderMarkdown } from './render';
import { isInForce } from './validity';

/** One published state of the content. A turn holds one, from its beginning to its end. */
export interface Knowledge {
  /** Hash of the content that is served, 12 hexadecimal digits; stands on every answer and event. */
  version: string;
  /** Articles that are not in force are left out. */
  content: Content;
  article(topicId: string): Article | undefined;
  /** A section of an article in the words of that day (ISO); undefined where the article has no such section. */
  say(article: Article, name: SectionName, day: string): string | undefined;
  /** Any other Markdown of the content (contacts, emergencies) in the words of that day. */
  render(markdown: string, day: string): string;
  /** Whether the same articles are in force on that day (ISO): if not, it is time to load again. */
  holdsOn(day: string): boolean;
}

/** Loads and checks the folder, for that day (ISO). Every error goes to `problems`, all at once; there is then nothing to
 *  publish. `memory`: where it stands which content was found sound before. */
export function loadKnowledge(
  directory: string,
  day: string,
  problems: Problem[],
  memory: CheckMemory = NO_CHECKS,
): Knowledge | undefined {
  const files = readContentFiles(directory);
  const hash = hashOf(files);
  const key = keyOfChecked(hash);
  const { content, problems: unread } = loadContent(files);
  const found = content && !memory.isSound(key) ? lintContent(content) : [];
  const errors = [...unread, ...found].filter(({ severity }) => severity === 'error');
  problems.push(...errors);
  if (!content || errors.length > 0) return undefined;
  memory.keepSound(key);
  return publish(content, hash, day);
}

/** `hash`: of the files. On another day other articles may be in force: that is another version. */
export function publish(all: Content, hash: string, day: string): Knowledge {
  const content = inForceOn(all, day);
  const hidden = all.articles.filter(({ valid }) => !isInForce(valid, day)).map(({ id }) => id);
  const articles = new Map(content.articles.map((article) => [article.id, article]));
  const vocabulary = renderingVocabulary(content);
  const render = (markdown: string, day: string) => renderMarkdown(markdown, vocabulary, day);
  return {
    version: hidden.length === 0 ? hash : hashOf(new Map([[hash, hidden.join(' ')]])),
    content,
    article: (topicId) => articles.get(topicId),
    say: (article, name, day) => {
      const found = section(article, name);
      return found && render(found.markdown, day).trim();
    },
    render,
    holdsOn: (other) => all.articles.every(({ valid }) => isInForce(valid, other) === isInForce(valid, day)),
  };
}

function hashOf(files: ContentFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(path).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}
