/** Advisors, their sessions and one-time links. Secrets are kept hashed: the caller hashes them. */
export interface AdvisorStore {
  countAdvisors(): Promise<number>;
  createAdvisor(
    advisor: Advisor & { passwordHash: string | null; createdAt: Date },
  ): Promise<'created' | 'login-taken'>;
  advisorByLogin(login: string): Promise<(Advisor & { passwordHash: string | null }) | undefined>;
  advisor(id: string): Promise<Advisor | undefined>;
  /** Changes the name that people read. */
  rename(advisorId: string, name: string): Promise<void>;
  /** Links of the advisor that are still open end with it. Rejects when there is no such advisor. */
  setPassword(advisorId: string, passwordHash: string): Promise<void>;
  /** One-time links to choose a password. */
  saveLink(link: { hash: string; advisorId: string; expiresAt: Date }): Promise<void>;
  /** Whom a link is for, without using it up; undefined when it is unknown, used or expired. */
  linkOwner(hash: string, at: Date): Promise<string | undefined>;
  /** Uses a link up: the advisor it was for, or undefined when it is unknown, used or expired. */
  useLink(hash: string, at: Date): Promise<string | undefined>;
  saveSession(session: Session & { hash: string }): Promise<void>;
  session(hash: string): Promise<Session | undefined>;
  touchSession(hash: string, at: Date): Promise<void>;
  endSession(hash: string): Promise<void>;
  /** Ends every session of an advisor, at a new password. */
  endSessionsOf(advisorId: string): Promise<void>;
  /** Forgets links that ended at this moment or before, and sessions last seen or begun at those moments or before. */
  forgetExpired(ended: { links: Date; lastSeen: Date; begun: Date }): Promise<void>;
}

export interface Advisor {
  id: string;
  /** What the advisor signs in with: lower case. */
  login: string;
  /** What the person reads: « Camille, conseillère ». */
  name: string;
}

export interface Session {
  advisorId: string;
  createdAt: Date;
  lastSeenAt: Date;
}
