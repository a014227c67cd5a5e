import { createSecretKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../conversation/ports';

/** Direct Line's own life of a token; clients refresh at half of it. */
export const TOKEN_SECONDS = 1_800;
/** A laptop that slept over lunch, or over night, finds its conversation again. */
const RESUME_SECONDS = 24 * 3_600;
const ALGORITHM = 'HS256';

/** What a token allows: one conversation, as one person. */
export interface Grant {
  conversationId: string;
  userId: string;
}

export type Checked = { kind: 'valid'; grant: Grant } | { kind: 'expired' } | { kind: 'invalid' };

/** Makes and checks the tokens of the web channel: signed, bound to one conversation, no secret of the server in them. */
export class Tokens {
  /** Made once: bytes would be imported anew for every token. */
  private readonly key: KeyObject;

  constructor(
    key: Uint8Array,
    private readonly clock: Clock,
  ) {
    this.key = createSecretKey(key);
  }

  async issue({ conversationId, userId }: Grant): Promise<string> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1_000);
    return new SignJWT({ conv: conversationId, user: userId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_SECONDS)
      .sign(this.key);
  }

  /** `forResume`: a token that expired less than a day ago still names its conversation. */
  async check(token: string, { forResume = false } = {}): Promise<Checked> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        currentDate: this.clock.now(),
        clockTolerance: forResume ? RESUME_SECONDS : 0,
      });
      const { conv, user } = payload;
      if (typeof conv !== 'string' || typeof user !== 'string') return { kind: 'invalid' };
      return { kind: 'valid', grant: { conversationId: conv, userId: user } };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  }
}
