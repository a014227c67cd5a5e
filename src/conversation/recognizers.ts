import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Recognizers } from '../../dialogs/ports';

export interface RecognizerRequest {
  id: number;
  kind: 'boolean' | 'ordinal';
  text: string;
}

/** `id` 0: the worker is warm. */
export interface RecognizerAnswer {
  id: number;
  value: boolean | number | null;
}

/** Longer messages are sentences, not answers; some recognizers take 1.3 ms a character. */
const CHARACTERS_LIMIT = 100;
/** A turn waits no longer; the message is then « not understood » and goes on as a question. */
const ANSWER_LIMIT_MS = 2_000;

/** Microsoft's recognizers in one worker thread: their first call takes seconds, which must stall nobody's chat. */
export class WorkerRecognizers implements Recognizers {
  private readonly waiting = new Map<number, (value: boolean | number | null) => void>();
  private readonly worker: Worker;
  private warm = false;
  private lastId = 0;

  /** Starts the worker and returns at once. Until it is warm nothing is understood. */
  constructor(workerFile = join(__dirname, 'recognizers.worker.js')) {
    this.worker = new Worker(workerFile);
    this.worker.unref();
    this.worker.on('message', ({ id, value }: RecognizerAnswer) => {
      if (id === 0) this.warm = true;
      this.waiting.get(id)?.(value);
    });
    // A worker that died understands nothing; the rules of our own still do.
    this.worker.on('error', () => this.giveUp());
    this.worker.on('exit', () => this.giveUp());
  }

  async boolean(text: string): Promise<boolean | null> {
    const value = await this.ask('boolean', text);
    return typeof value === 'boolean' ? value : null;
  }

  async ordinal(text: string): Promise<number | null> {
    const value = await this.ask('ordinal', text);
    return typeof value === 'number' ? value : null;
  }

  /** Resolves when the worker has loaded and run its recognizers once. */
  async warmedUp(): Promise<void> {
    if (!this.warm) await new Promise((resolve) => this.worker.once('message', resolve));
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(kind: RecognizerRequest['kind'], text: string): Promise<boolean | number | null> {
    if (!this.warm || text.length > CHARACTERS_LIMIT) return Promise.resolve(null);
    const id = ++this.lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer(null), ANSWER_LIMIT_MS);
      const answer = (value: boolean | number | null) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(value);
      };
      this.waiting.set(id, answer);
      this.worker.postMessage({ id, kind, text } satisfies RecognizerRequest);
    });
  }

  private giveUp(): void {
    this.warm = false;
    for (const answer of this.waiting.values()) answer(null);
  }
}
