import type { Kysely } from 'kysely';
import type { Attachment, AttachmentStore, NewAttachment } from './attachment-store';
import type { Tables } from './tables';

/** Bytes of one piece: SQLite writes it in a few milliseconds, and no chat waits longer than that. A multiple of three, so
 *  that the pieces' base64 could be put end to end. */
const PIECE_BYTES = 384 * 1_024;

export class KyselyAttachmentStore implements AttachmentStore {
  constructor(private readonly db: Kysely<Tables>) {}

  /** Piece by piece and in no transaction: on SQLite one that is open makes every other conversation wait. A file whose
   *  pieces did not all arrive stays incomplete, is never shown, and is forgotten with the loose ones. */
  async keep({ id, conversationId, name, contentType, size, at }: NewAttachment, bytes: Buffer): Promise<void> {
    await this.db
      .insertInto('attachments')
      .values({
        id,
        conversation_id: conversationId,
        ticket_id: null,
        name,
        content_type: contentType,
        size,
        complete: 0,
        at: at.toISOString(),
      })
      .execute();
    for (let place = 0; place * PIECE_BYTES < bytes.length; place++) {
      const piece = bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
      await this.db
        .insertInto('attachment_pieces')
        .values({ attachment_id: id, place, base64: piece.toString('base64') })
        .execute();
    }
    await this.db.updateTable('attachments').set({ complete: 1 }).where('id', '=', id).execute();
  }

  async usage(conversationId: string): Promise<{ files: number; bytes: number }> {
    const { files, bytes } = await this.db
      .selectFrom('attachments')
      .select((row) => [row.fn.countAll().as('files'), row.fn.coalesce(row.fn.sum('size'), row.lit(0)).as('bytes')])
      .where('conversation_id', '=', conversationId)
      .executeTakeFirstOrThrow();
    return { files: Number(files), bytes: Number(bytes) };
  }

  async ofTicket(ticketId: string): Promise<Attachment[]> {
    return this.complete(ticketId).orderBy('at').orderBy('id').execute();
  }

  async read(ticketId: string, id: string): Promise<(Attachment & { bytes: Buffer }) | undefined> {
    const file = await this.complete(ticketId).where('id', '=', id).executeTakeFirst();
    if (!file) return undefined;
    const pieces = await this.db
      .selectFrom('attachment_pieces')
      .select('base64')
      .where('attachment_id', '=', id)
      .orderBy('place')
      .execute();
    return { ...file, bytes: Buffer.concat(pieces.map(({ base64 }) => Buffer.from(base64, 'base64'))) };
  }

  async forgetLoose(before: Date): Promise<void> {
    const loose = this.db
      .selectFrom('attachments')
      .select('id')
      .where('ticket_id', 'is', null)
      .where('at', '<', before.toISOString());
    await this.db.deleteFrom('attachment_pieces').where('attachment_id', 'in', loose).execute();
    await this.db.deleteFrom('attachments').where('id', 'in', loose).execute();
  }

  private complete(ticketId: string) {
    return this.db
      .selectFrom('attachments')
      .select(['id', 'name', 'content_type as contentType', 'size'])
      .where('ticket_id', '=', ticketId)
      .where('complete', '=', 1);
  }
}
