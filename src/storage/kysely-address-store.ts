import type { Kysely } from 'kysely';
import type { Address, AddressStore } from './address-store';
import { fixedQuery } from './fixed-query';
import type { Tables } from './tables';

export class KyselyAddressStore implements AddressStore {
  constructor(private readonly db: Kysely<Tables>) {}

  /** Read first: a reference seldom changes, and a reading costs no disk. */
  async resolve({ channel, externalId, reference }: Address, freshId: string): Promise<string> {
    const text = JSON.stringify(reference);
    const [known] = (await selectAddress(this.db, { channel, externalId })).rows;
    if (known?.reference === text) return known.conversation_id;
    const kept = await this.db
      .insertInto('addresses')
      .values({ channel, external_id: externalId, conversation_id: freshId, reference: text })
      .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet({ reference: text }))
      .returning('conversation_id')
      .executeTakeFirstOrThrow();
    return kept.conversation_id;
  }
}

const selectAddress = fixedQuery((db, { channel, externalId }: { channel: string; externalId: string }) =>
  db
    .selectFrom('addresses')
    .select(['conversation_id', 'reference'])
    .where('channel', '=', channel)
    .where('external_id', '=', externalId),
);
