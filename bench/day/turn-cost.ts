import { systemClock, systemIds } from '../../src/conversation/system-ports';
import { openDatabase } from '../../src/storage/open-database';
import type { Measured } from '../bench';
import { messageFor } from '../load/messages';
import { type OwnBot, type Parts, startOwnBot, takeTurn } from '../own-bot';
import { mean } from '../statistics';
import { inTemporaryFolder } from '../temporary-folder';
import { fillStore } from './fill-store';

const BYTES_PER_MB = 2 ** 20;
const TURNS_A_CONVERSATION = 5;

/** What a turn costs on a store that holds so many messages already, beside an empty one: two bots in one process, whose
 *  rounds take turns. */
export async function compareTurnCost(
  parts: Parts,
  { messages, rounds, turns }: { messages: number; rounds: number; turns: number },
  tell: (line: string) => void,
): Promise<Measured> {
  const startOn = async (folder: string) =>
    startOwnBot(parts, await openDatabase({ url: undefined, dataDirectory: folder }), systemClock);
  return inTemporaryFolder((emptyFolder) =>
    inTemporaryFolder(async (fullFolder) => {
      const bytes = await fillStore(fullFolder, messages, tell);
      const [empty, full] = [await startOn(emptyFolder), await startOn(fullFolder)];
      const times: { empty: number; full: number }[] = [];
      // The first round warms both up.
      for (let round = 0; round <= rounds; round++) {
        const measured = { empty: await timePerTurn(empty, turns), full: await timePerTurn(full, turns) };
        if (round > 0) times.push(measured);
      }
      await Promise.all([empty.close(), full.close()]);
      // Means: a checkpoint falls into one round in several, and is a part of the cost.
      const [emptyMs, fullMs] = [mean(times.map((time) => time.empty)), mean(times.map((time) => time.full))];
      return {
        figures: {
          stored_messages: messages,
          stored_mb: bytes / BYTES_PER_MB,
          turn_ms_empty: emptyMs,
          turn_ms_filled: fullMs,
        },
        ratios: { turn_cost_0_to_10M: fullMs / emptyMs },
      };
    }),
  );
}

/** Milliseconds, over conversations that begin now. */
async function timePerTurn(bot: OwnBot, turns: number): Promise<number> {
  const start = performance.now();
  for (let conversation = 0; conversation * TURNS_A_CONVERSATION < turns; conversation++) {
    const conversationId = systemIds.uuid();
    for (let turn = 0; turn < TURNS_A_CONVERSATION; turn++) {
      await takeTurn(bot, conversationId, messageFor(conversation, turn));
    }
  }
  return (performance.now() - start) / turns;
}
