import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { formatProblem, ContentError } from '../knowledge/problem';
import { CONTENT_PLACES, loadEverything, type LoadedContent } from './content';

/** What is served now. Ask once for what must not change underway. */
export type CurrentContent = () => LoadedContent;

export interface FreshContentDeps {
  /** The project's folder. */
  root: string;
  /** ISO: which articles are in force. */
  today: () => string;
  /** Milliseconds since 1970: what was saved after it may have been missed by the first loading, and is loaded again. */
  startedAt: number;
  /** Does what takes seconds in loading the content of that day where it holds nobody up, before it is loaded. */
  learnAhead: (day: string, signal: AbortSignal) => Promise<void>;
  log: Pick<Logger, 'info' | 'error'>;
}

const NEVER = new AbortController().signal;

/** Content that is loaded again when a file of it has changed, or when an article begins or ends. Content that is refused
 *  is not served: the last good one is, and the log says in which file and line the fault stands. */
export class FreshContent {
  private content: LoadedContent;
  /** The files that were last loaded, or refused. */
  private tried: string;
  /** The files at the last look. Loaded only when they stand still: somebody may be saving. */
  private seen: string;

  private constructor(
    first: LoadedContent,
    signature: string,
    private readonly deps: FreshContentDeps,
  ) {
    this.content = first;
    this.tried = signature;
    this.seen = signature;
  }

  static async over(first: LoadedContent, deps: FreshContentDeps): Promise<FreshContent> {
    const signature = await signatureOf(deps.root);
    const saved = [...signature.matchAll(/ ([\d.]+)$/gm)].map(([, time]) => Number(time));
    return new FreshContent(first, Math.max(...saved) > deps.startedAt ? '' : signature, deps);
  }

  readonly current: CurrentContent = () => this.content;

  /** Compares the files with those that are served. A look that finds a change waits for the next one to act on it. After
   *  `signal` nothing is loaded any more. */
  async look(signal = NEVER): Promise<void> {
    const day = this.deps.today();
    const signature = await signatureOf(this.deps.root);
    const still = signature === this.seen;
    this.seen = signature;
    if (!still || (signature === this.tried && this.content.knowledge.holdsOn(day))) return;
    await this.deps.learnAhead(day, signal);
    if (!signal.aborted) this.load(signature, day);
  }

  private load(signature: string, day: string): void {
    const { root, log } = this.deps;
    this.tried = signature;
    try {
      this.content = loadEverything(root, day);
      const { content, version } = this.content.knowledge;
      log.info({ articles: content.articles.length, version }, 'knowledge, loaded again');
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      for (const problem of error.problems) log.error(formatProblem(problem));
      const { version } = this.content.knowledge;
      log.error(
        { problems: error.problems.length, version },
        'the content was not loaded: the last good version is served',
      );
    }
  }
}

/** Names, sizes and times of all files of the content. Asked for, not waited for: changes on a mounted folder ring no bell. */
async function signatureOf(root: string): Promise<string> {
  const found = await Promise.all(CONTENT_PLACES.map((place) => entriesOf(join(root, place))));
  return found.flat().sort().join('\n');
}

async function entriesOf(place: string): Promise<string[]> {
  const below = (await stat(place)).isDirectory() ? await readdir(place, { recursive: true }) : [''];
  const files = below.filter((name) => name === '' || /\.(md|yaml)$/.test(name)).map((name) => join(place, name));
  return Promise.all(files.map(describeFile));
}

/** A file that goes while it is looked at is a change like any other. */
async function describeFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return `${file} ${found?.size ?? ''} ${found?.mtimeMs ?? ''}`;
}
