import type { Kysely } from 'kysely';
import type { Advisor, AdvisorStore, Session } from './advisor-store';
import type { Tables } from './tables';

export class KyselyAdvisorStore implements AdvisorStore {
  constructor(private readonly db: Kysely<Tables>) {}

  async countAdvisors(): Promise<number> {
    const { count } = await this.db
      .selectFrom('advisors')
      .select((row) => row.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async createAdvisor(
    advisor: Advisor & { passwordHash: string | null; createdAt: Date },
  ): Promise<'created' | 'login-taken'> {
    const { id, login, name, passwordHash, createdAt } = advisor;
    const inserted = await this.db
      .insertInto('advisors')
      .values({ id, login, name, password_hash: passwordHash, created_at: createdAt.toISOString() })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n ? 'created' : 'login-taken';
  }

  async advisorByLogin(login: string): Promise<(Advisor & { passwordHash: string | null }) | undefined> {
    return this.db
      .selectFrom('advisors')
      .select(['id', 'login', 'name', 'password_hash as passwordHash'])
      .where('login', '=', login)
      .executeTakeFirst();
  }

  async advisor(id: string): Promise<Advisor | undefined> {
    return this.db.selectFrom('advisors').select(['id', 'login', 'name']).where('id', '=', id).executeTakeFirst();
  }

  async rename(advisorId: string, name: string): Promise<void> {
    await this.db.updateTable('advisors').set({ name }).where('id', '=', advisorId).execute();
  }

  async setPassword(advisorId: string, passwordHash: string): Promise<void> {
    await this.db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('advisors')
        .set({ password_hash: passwordHash })
        .where('id', '=', advisorId)
        .returning('id')
        .executeTakeFirstOrThrow();
      await transaction.deleteFrom('advisor_links').where('advisor_id', '=', advisorId).execute();
    });
  }

  async saveLink({ hash, advisorId, expiresAt }: { hash: string; advisorId: string; expiresAt: Date }): Promise<void> {
    await this.db
      .insertInto('advisor_links')
      .values({ hash, advisor_id: advisorId, expires_at: expiresAt.toISOString() })
      .execute();
  }

  async linkOwner(hash: string, at: Date): Promise<string | undefined> {
    const link = await this.db
      .selectFrom('advisor_links')
      .select('advisor_id')
      .where('hash', '=', hash)
      .where('expires_at', '>', at.toISOString())
      .executeTakeFirst();
    return link?.advisor_id;
  }

  async useLink(hash: string, at: Date): Promise<string | undefined> {
    const used = await this.db
      .deleteFrom('advisor_links')
      .where('hash', '=', hash)
      .where('expires_at', '>', at.toISOString())
      .returning('advisor_id')
      .executeTakeFirst();
    return used?.advisor_id;
  }

  async saveSession({ hash, advisorId, createdAt, lastSeenAt }: Session & { hash: string }): Promise<void> {
    await this.db
      .insertInto('advisor_sessions')
      .values({
        hash,
        advisor_id: advisorId,
        created_at: createdAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
      })
      .execute();
  }

  async session(hash: string): Promise<Session | undefined> {
    const row = await this.db.selectFrom('advisor_sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
    if (!row) return undefined;
    const { advisor_id: advisorId, created_at: createdAt, last_seen_at: lastSeenAt } = row;
    return { advisorId, createdAt: new Date(createdAt), lastSeenAt: new Date(lastSeenAt) };
  }

  async touchSession(hash: string, at: Date): Promise<void> {
    await this.db
      .updateTable('advisor_sessions')
      .set({ last_seen_at: at.toISOString() })
      .where('hash', '=', hash)
      .execute();
  }

  async endSession(hash: string): Promise<void> {
    await this.db.deleteFrom('advisor_sessions').where('hash', '=', hash).execute();
  }

  async endSessionsOf(advisorId: string): Promise<void> {
    await this.db.deleteFrom('advisor_sessions').where('advisor_id', '=', advisorId).execute();
  }

  async forgetExpired({ links, lastSeen, begun }: { links: Date; lastSeen: Date; begun: Date }): Promise<void> {
    await this.db.deleteFrom('advisor_links').where('expires_at', '<=', links.toISOString()).execute();
    await this.db
      .deleteFrom('advisor_sessions')
      .where((row) =>
        row.or([row('last_seen_at', '<=', lastSeen.toISOString()), row('created_at', '<=', begun.toISOString())]),
      )
      .execute();
  }
}
