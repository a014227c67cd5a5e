import type { ConversationStore, InboxEntry } from '../storage/conversation-store';
import type { Places } from '../storage/database';
import { handleTurn, type TurnDeps } from './handle-turn';
import { Line } from './line';

/** A turn that could not be committed so often is not tried with the dialogs again: it ends with an apology. What the database
 *  refuses for its content would else be refused for ever, and hold up what follows. */
const FAILURES_LIMIT = 3;

/** Answers what waits in the inbox: conversation by conversation, in order of arrival, whichever server accepted it. */
export class Turns {
  private readonly line = new Line();
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly deps: TurnDeps & { store: ConversationStore; places: Places },
    /** Called after each commit. */
    private readonly committed: (entry: InboxEntry) => void,
  ) {}

  isFull(conversationId: string): boolean {
    return this.line.isFull(conversationId);
  }

  isAtWork(conversationId: string): boolean {
    return this.line.has(conversationId);
  }

  /** Resolves when all that waits in this conversation now is answered; rejects when that failed, and it still waits. */
  answer(conversationId: string): Promise<void> {
    return this.line.inTurn(conversationId, () =>
      this.deps.places.inPlace(conversationId, async () => {
        for (const entry of await this.deps.store.waitingIn(conversationId)) await this.take(entry);
      }),
    );
  }

  /** Resolves when every turn that has begun is committed. */
  async settled(): Promise<void> {
    await this.line.settled();
  }

  private async take(entry: InboxEntry): Promise<void> {
    const ended = this.deps.metrics.startTurn(entry.channel);
    const failures = this.failures.get(entry.activityId) ?? 0;
    try {
      ended(await handleTurn(entry, this.deps, { onlyApologise: failures >= FAILURES_LIMIT }));
    } catch (error) {
      this.failures.set(entry.activityId, failures + 1);
      ended('failed');
      throw error;
    }
    this.failures.delete(entry.activityId);
    this.committed(entry);
  }
}
