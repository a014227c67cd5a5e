import type { OutgoingMessage } from './activity';
import type { Connection } from './connection';
import { fr } from './fr';
import type { LineOutcome } from './line';
import type { Delivery } from './transcript';

/** A person who sees nothing happen for 5 s sends the message again by hand: told just before, slow phones included. */
const failureVisibleAfterMs = 4_500;

/** Sends a message, and says within 5 s what came of it. One that arrives later than that is marked sent by its echo. */
export async function deliver(connection: Connection, message: OutgoingMessage): Promise<Delivery & { id?: string }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<LineOutcome<string>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unreachable' }), failureVisibleAfterMs);
  });
  const outcome = await Promise.race([connection.post(message), timeout]);
  clearTimeout(timer);
  return outcome.kind === 'done' ? { kind: 'sent', id: outcome.value } : failure(outcome);
}

function failure(outcome: LineOutcome<string>): Delivery {
  if (outcome.kind !== 'refused') return { kind: 'failed', reason: fr.notSent, remedy: 'retry' };
  const tooMany = outcome.status === 429;
  return { kind: 'failed', reason: outcome.message ?? fr.refused, remedy: tooMany ? 'retry' : 'edit' };
}
