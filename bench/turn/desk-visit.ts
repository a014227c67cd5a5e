import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An advisor's page looks again every twenty seconds: this is a desk of forty. */
const LOOK_EVERY_MS = 500;
const PASSWORD = 'une phrase de passe assez longue';

/** An advisor who is signed in at the desk and looks at the queue again and again. */
export class DeskVisit {
  private constructor(
    private readonly queue: string,
    private readonly cookie: string,
  ) {}

  /** Signs in by the link that the server left in its data folder at its first start. */
  static async signIn(address: string, dataDirectory: string): Promise<DeskVisit> {
    const link = /http\S+/.exec(readFileSync(join(dataDirectory, 'first-login.txt'), 'utf8'))?.[0] ?? '';
    const response = await fetch(address + new URL(link).pathname, {
      method: 'POST',
      headers: { Origin: address },
      body: new URLSearchParams({ name: 'Dominique', password: PASSWORD, again: PASSWORD }),
      redirect: 'manual',
    });
    const cookie = response.headers.getSetCookie().map((line) => line.replace(/;.*/, ''));
    if (response.status !== 303) throw new Error(`signing in at the desk was answered with ${response.status}`);
    return new DeskVisit(`${address}/desk`, cookie.join('; '));
  }

  /** Looks at the queue as long as the task lasts. Rejects where the desk refused once. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    const over = new AbortController();
    const looking = this.look(over.signal);
    try {
      return await task();
    } finally {
      over.abort();
      await looking;
    }
  }

  private async look(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const response = await fetch(this.queue, { headers: { Cookie: this.cookie }, redirect: 'manual' });
      await response.text();
      if (response.status !== 200) throw new Error(`the desk answered ${response.status}`);
      await wait(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
    }
  }
}
