import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface LearnRequest {
  /** The project's folder. */
  root: string;
  /** ISO: which articles are in force. */
  day: string;
}

/** Learns the content of the folder in a thread of its own and leaves the weights in their files, so that no chat waits for
 *  the seconds that it takes. Resolves when that is done, could not be done, or is no longer wanted: what is wrong with the
 *  content is told by who loads it. */
export function learnAhead(
  request: LearnRequest,
  signal: AbortSignal,
  workerFile = join(__dirname, 'learn-ahead.worker.js'),
): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: request });
    const giveUp = () => void worker.terminate();
    signal.addEventListener('abort', giveUp, { once: true });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
  });
}
