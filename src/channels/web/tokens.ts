import { createSecretKey, type KeyObject } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../conversation/ports';

/** Direct Line's own life of a token; clients refresh at half of it. */
export const TOKEN_SECONDS = 1_800;
/** A laptop that slept over lunch, or over night, finds its conversation again. */
const RESUME_SECONDS = 24 * 3_600;
const ALGORITHM = 'HS256';
/** Tokens that are known to be ours; more than that many people do not write at once. */
const KNOWN_LIMIT = 5_000;

/** What a token allows: one conversation, as one person. */
export interface Grant {
  conversationId: string;
  userId: string;
}

const claimsSchema = z.object({ conv: z.string(), user: z.string(), exp: z.number() });

type Claims = z.infer<typeof claimsSchema>;

export type Checked = { kind: 'valid'; grant: Grant } | { kind: 'expired' } | { kind: 'invalid' };

/** Makes and checks the tokens of the web channel: signed, bound to one conversation, no secret of the server in them. */
export class Tokens {
  /** Made once: bytes would be imported anew for every token. */
  private readonly key: KeyObject;
  /** A signature that held once holds for ever: only the first request with a token pays for it. */
  private readonly known = new Map<string, Claims>();

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
    const claims = this.known.get(token) ?? (await this.verify(token));
    if (!claims) return { kind: 'invalid' };
    const expiresAt = claims.exp + (forResume ? RESUME_SECONDS : 0);
    if (expiresAt * 1_000 <= this.clock.now().getTime()) return { kind: 'expired' };
    return { kind: 'valid', grant: { conversationId: claims.conv, userId: claims.user } };
  }

  private async verify(token: string): Promise<Claims | undefined> {
    try {
      const { payload } = await compactVerify(token, this.key, { algorithms: [ALGORITHM] });
      const claims = claimsSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
      if (this.known.size >= KNOWN_LIMIT) this.known.clear();
      this.known.set(token, claims);
      return claims;
    } catch {
      return undefined;
    }
  }
}
