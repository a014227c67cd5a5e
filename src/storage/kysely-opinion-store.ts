import type { Kysely } from 'kysely';
import type { Opinion, OpinionStore } from './opinion-store';
import type { Tables } from './tables';

export class KyselyOpinionStore implements OpinionStore {
  constructor(private readonly db: Kysely<Tables>) {}

  async save({ conversationId, messageId, useful, comment, at }: Opinion): Promise<void> {
    const said = { useful: useful ? 1 : 0, comment, at: at.toISOString() };
    await this.db
      .insertInto('opinions')
      .values({ conversation_id: conversationId, message_id: messageId, ...said })
      .onConflict((conflict) => conflict.columns(['conversation_id', 'message_id']).doUpdateSet(said))
      .execute();
  }
}
