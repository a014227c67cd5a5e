import { ANSWER_LIMIT_MS } from './door';

/** Brings together those who wait for an answer and the answers: either may be first. Times are of `performance.now()`. */
export class Arrivals {
  private readonly early = new Map<string, number[]>();
  private readonly waiting = new Map<string, ((at: number) => void)[]>();

  arrived(key: string): void {
    const at = performance.now();
    const waiter = takeFirst(this.waiting, key);
    if (waiter) waiter(at);
    else this.early.set(key, [...(this.early.get(key) ?? []), at]);
  }

  /** When the next answer under this key came. */
  next(key: string): Promise<number> {
    const early = takeFirst(this.early, key);
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('no answer')), ANSWER_LIMIT_MS);
      const answer = (at: number) => {
        clearTimeout(limit);
        resolve(at);
      };
      this.waiting.set(key, [...(this.waiting.get(key) ?? []), answer]);
    });
  }
}

function takeFirst<T>(lists: Map<string, T[]>, key: string): T | undefined {
  const [first, ...rest] = lists.get(key) ?? [];
  if (rest.length > 0) lists.set(key, rest);
  else lists.delete(key);
  return first;
}
