import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../src/storage/tables';
import { loadRealContent } from '../conversation/harness';
import { answerTo, type Opened, post, type Refusal, startConversation } from './direct-line-calls';
import { startWebBot } from './web-bot';

/** More messages than a database of a few pages can take. */
const MESSAGES_LIMIT = 300;
const content = loadRealContent();

/** SQLite's own « database or disk is full », without a disk to fill: it may not grow by another page. */
function smallDisk(db: Kysely<Tables>) {
  const limit = async (pages: number) => void (await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db));
  return {
    async fill() {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await limit(rows[0]?.page_count ?? 0);
    },
    empty: () => limit(1_000_000),
  };
}

it('a full disk is told kindly at the door, loses nothing that was accepted, and needs no restart', async () => {
  const bot = await startWebBot(content);
  const disk = smallDisk(bot.db);
  const opened = await startConversation(bot.address);
  await disk.fill();
  const accepted: string[] = [];
  const refused = await postUntilRefused(bot.address, opened, accepted);
  expect(refused).toMatchObject({ status: 500, body: { error: { code: 'ServerError' } } });
  expect((refused.body as unknown as Refusal).error.message).toBe(content.texts.say('web.broken'));
  expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);

  await disk.empty();
  const again = await post(bot.address, opened, 'merci', `m${accepted.length}`);
  expect(again.status).toBe(200);
  await answerTo(bot.address, opened, again.body.id);
  for (const id of accepted) await answerTo(bot.address, opened, id);
  const transcript = await bot.store.transcript(opened.conversationId, 0);
  expect(transcript).toHaveLength(1 + 2 * (accepted.length + 1));
  await bot.stop();
});

/** Answers the refusal; what was accepted before goes into `accepted`. */
async function postUntilRefused(address: string, opened: Opened, accepted: string[]) {
  for (let sent = 0; sent < MESSAGES_LIMIT; sent++) {
    const answer = await post(address, opened, 'merci', `m${sent}`);
    if (answer.status !== 200) return answer;
    accepted.push(answer.body.id);
  }
  throw new Error('the disk never got full');
}
