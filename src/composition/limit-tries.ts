import { RateLimiterMemory } from 'rate-limiter-flexible';

/** A person mistypes a code a few times; whoever needs more of the 244 million has no business with it. */
const TRIES_A_DAY = 20;

/** Counts how often each ticket's number is tried with a code, right or wrong. In memory: a restart forgives. */
export function limitTries(): { take: (number: string) => Promise<boolean> } {
  const limiter = new RateLimiterMemory({ points: TRIES_A_DAY, duration: 86_400 });
  return {
    take: async (number) => {
      const state = await limiter.get(number);
      if (state && state.consumedPoints >= TRIES_A_DAY) return false;
      await limiter.consume(number);
      return true;
    },
  };
}
