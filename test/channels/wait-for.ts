const LOOK_EVERY_MS = 20;

type Nothing = undefined | null | false;

/** Looks again and again until there is something to see, and answers it; fails with `what` when the time is up. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | Nothing> | T | Nothing,
  limitMs = 10_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
