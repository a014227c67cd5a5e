import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Either let through, or when to come back. */
export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number };

export interface RateLimits {
  newConversation(address: string): Promise<Allowance>;
  message(conversationId: string): Promise<Allowance>;
}

/** A family or a library behind one address begins a few conversations an hour; a person writes a few messages a minute. */
const CONVERSATIONS_AN_HOUR = 60;
const MESSAGES_A_MINUTE = 30;

export function createRateLimits(on: boolean): RateLimits {
  if (!on) {
    const all = () => Promise.resolve<Allowance>({ allowed: true });
    return { newConversation: all, message: all };
  }
  const conversations = new RateLimiterMemory({ points: CONVERSATIONS_AN_HOUR, duration: 3_600 });
  const messages = new RateLimiterMemory({ points: MESSAGES_A_MINUTE, duration: 60 });
  return {
    newConversation: (address) => take(conversations, address),
    message: (conversationId) => take(messages, conversationId),
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Allowance> {
  try {
    await limiter.consume(key);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { allowed: false, retryAfterSeconds: Math.ceil(error.msBeforeNext / 1_000) };
  }
}
