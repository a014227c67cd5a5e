import type { CookieOptions, Request, Response } from 'express';
import type { Clock } from '../conversation/ports';
import type { Advisor, AdvisorStore, Session } from '../storage/advisor-store';
import { hashSecret, newSecret } from './secrets';

/** Both limits as OWASP ASVS 5.0 (7.3) wants them written down; docs tell the operator. */
const IDLE_LIMIT_MS = 30 * 60_000;
const ABSOLUTE_LIMIT_MS = 10 * 3_600_000;

/** Who is signed in, by a cookie that only this server reads. The store keeps the hash of what the cookie holds. */
export class Sessions {
  private readonly cookie: string;
  private readonly flags: CookieOptions;

  constructor(
    private readonly advisors: AdvisorStore,
    private readonly clock: Clock,
    secure: boolean,
  ) {
    this.cookie = secure ? '__Host-guichet_desk' : 'guichet_desk';
    this.flags = { httpOnly: true, sameSite: 'strict', path: '/', secure };
  }

  /** A new session under a new id; one that the browser still held ends. */
  async open(advisorId: string, request: Request, response: Response): Promise<void> {
    const held = this.secretIn(request);
    if (held) await this.advisors.endSession(hashSecret(held));
    const secret = newSecret();
    const now = this.clock.now();
    await this.advisors.saveSession({ hash: hashSecret(secret), advisorId, createdAt: now, lastSeenAt: now });
    response.cookie(this.cookie, secret, this.flags);
  }

  /** The advisor who is signed in, if any. `touch`: somebody is at the keyboard, the idle time begins anew. */
  async advisorOf(request: Request, { touch }: { touch: boolean }): Promise<Advisor | undefined> {
    const secret = this.secretIn(request);
    const hash = secret && hashSecret(secret);
    const session = hash && (await this.advisors.session(hash));
    if (!session) return undefined;
    const now = this.clock.now();
    if (isOver(session, now)) {
      await this.advisors.endSession(hash);
      return undefined;
    }
    if (touch) await this.advisors.touchSession(hash, now);
    return this.advisors.advisor(session.advisorId);
  }

  async end(request: Request, response: Response): Promise<void> {
    const secret = this.secretIn(request);
    if (secret) await this.advisors.endSession(hashSecret(secret));
    response.clearCookie(this.cookie, this.flags);
  }

  /** Whether the browser has a cookie of ours, be its session over or not. */
  holdsOne(request: Request): boolean {
    return this.secretIn(request) !== undefined;
  }

  private secretIn(request: Request): string | undefined {
    const pairs = (request.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
    return pairs.find(([name]) => name === this.cookie)?.[1];
  }
}

/** Forgets the sessions that nobody can use any more, and the one-time links of the first sign-in that ended unused. */
export async function forgetExpired(advisors: AdvisorStore, now: Date): Promise<void> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await advisors.forgetExpired({ links: now, lastSeen: before(IDLE_LIMIT_MS), begun: before(ABSOLUTE_LIMIT_MS) });
}

export function isOver({ createdAt, lastSeenAt }: Session, now: Date): boolean {
  const at = now.getTime();
  return at - lastSeenAt.getTime() >= IDLE_LIMIT_MS || at - createdAt.getTime() >= ABSOLUTE_LIMIT_MS;
}
