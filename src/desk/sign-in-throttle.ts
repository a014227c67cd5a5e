import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type SignInAllowance = { allowed: true } | { allowed: false; retryAfterMs: number };

export interface SignInThrottle {
  /** Counts one try, before its password is looked at: tries side by side are counted too. */
  take(login: string, address: string): Promise<SignInAllowance>;
  /** The password was right: these tries no longer count. */
  forgive(login: string, address: string): Promise<void>;
}

const WINDOW_SECONDS = 15 * 60;
const WRONG_TRIES_OF_A_LOGIN = 5;
/** A whole office may share one address. */
const WRONG_TRIES_OF_AN_ADDRESS = 30;

export function createSignInThrottle(on: boolean): SignInThrottle {
  if (!on) return { take: () => Promise.resolve({ allowed: true }), forgive: () => Promise.resolve() };
  const logins = new RateLimiterMemory({ points: WRONG_TRIES_OF_A_LOGIN, duration: WINDOW_SECONDS });
  const addresses = new RateLimiterMemory({ points: WRONG_TRIES_OF_AN_ADDRESS, duration: WINDOW_SECONDS });
  return {
    async take(login, address) {
      const ofAddress = await consume(addresses, address);
      return ofAddress.allowed ? consume(logins, login) : ofAddress;
    },
    async forgive(login, address) {
      await logins.delete(login);
      await addresses.reward(address);
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<SignInAllowance> {
  try {
    await limiter.consume(key);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { allowed: false, retryAfterMs: error.msBeforeNext };
  }
}
