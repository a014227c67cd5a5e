import { type Activity, TestAdapter } from 'botbuilder';
import { systemClock, systemIds } from '../../src/conversation/system-ports';
import { openDatabase } from '../../src/storage/open-database';
import type { Measured } from '../bench';
import { messageFor } from '../load/messages';
import { databaseInMemory } from '../database-in-memory';
import { type OwnBot, type Parts, startOwnBot, takeTurn } from '../own-bot';
import { median } from '../statistics';
import { inTemporaryFolder } from '../temporary-folder';
import { diskSyncMs } from './disk-sync';
import { EchoBot } from '../servers/echo-bot';

const CONVERSATIONS = 200;

type TakeTurn = (conversation: number, text: string) => Promise<unknown>;

/** Without any server, one turn after the other: our whole turn on a SQLite file that is synced at each commit, and on SQLite in
 *  memory to see what the disk has of it, against botbuilder's TestAdapter with an ActivityHandler and a counter in memory. */
export async function compareInProcess(
  parts: Parts,
  { rounds, turns }: { rounds: number; turns: number },
): Promise<Measured> {
  return inTemporaryFolder(async (folder) => {
    const onDisk = await startOwnBot(parts, await openDatabase({ url: undefined, dataDirectory: folder }), systemClock);
    const inMemory = await startOwnBot(parts, await databaseInMemory(), systemClock);
    const bots = { echo: echoTurns(), onDisk: ourTurns(onDisk), inMemory: ourTurns(inMemory) };
    const times: Record<keyof typeof bots, number>[] = [];
    // The first round warms both up.
    for (let round = 0; round <= rounds; round++) {
      const measured = {
        echo: await timePerTurn(bots.echo, turns, round),
        onDisk: await timePerTurn(bots.onDisk, turns, round),
        inMemory: await timePerTurn(bots.inMemory, turns, round),
      };
      if (round > 0) times.push(measured);
    }
    await Promise.all([onDisk.close(), inMemory.close()]);
    return {
      figures: {
        disk_sync_ms: diskSyncMs(folder),
        inprocess_turn_ms: median(times.map((time) => time.onDisk)),
        inprocess_in_memory_turn_ms: median(times.map((time) => time.inMemory)),
        inprocess_echo_state_turn_ms: median(times.map((time) => time.echo)),
      },
      ratios: {
        inprocess_time_vs_echo_state: median(times.map((time) => time.onDisk / time.echo)),
        inprocess_in_memory_time_vs_echo_state: median(times.map((time) => time.inMemory / time.echo)),
      },
    };
  });
}

function ourTurns(bot: OwnBot): TakeTurn {
  const ids = Array.from({ length: CONVERSATIONS }, () => systemIds.uuid());
  return (conversation, text) => takeTurn(bot, ids[conversation] ?? '', text);
}

function echoTurns(): TakeTurn {
  const bot = new EchoBot();
  const adapter = new TestAdapter((context) => bot.run(context));
  return async (conversation, text) => {
    const activity: Partial<Activity> = {
      type: 'message',
      text,
      conversation: { id: `conversation-${conversation}`, name: '', isGroup: false, conversationType: 'personal' },
    };
    await adapter.processActivity(activity);
    // It keeps every reply for its assertions; nobody asks for them here.
    adapter.activeQueue.length = 0;
  };
}

/** Milliseconds. */
async function timePerTurn(takeOne: TakeTurn, turns: number, round: number): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < turns; turn++) {
    const conversation = turn % CONVERSATIONS;
    await takeOne(
      conversation,
      messageFor(conversation, round * Math.ceil(turns / CONVERSATIONS) + Math.floor(turn / CONVERSATIONS)),
    );
  }
  return (performance.now() - start) / turns;
}
