import type { ConversationStore, InboxEntry } from '../storage/conversation-store';
import type { Places } from '../storage/database';
import { handleTurn, type TurnDeps } from './handle-turn';
import { Line } from './line';

/** A turn that could not be committed so often ends with an apology. What the database refuses for its content would else be
 *  refused for ever, and hold up what follows. */
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

  /** Takes a place for a message that is being kept; the answer gives it up. */
  reserve(conversationId: string): () => void {
    return this.line.reserve(conversationId);
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
    try {
      ended(await this.answerOrApologise(entry));
    } catch (error) {
      ended('failed');
      throw error;
    }
    this.failures.delete(entry.activityId);
    this.committed(entry);
  }

  /** Where even the apology is refused, the fault is not in the message (a full disk, say): it is answered when that is over. */
  private async answerOrApologise(entry: InboxEntry): Promise<'committed' | 'repeat'> {
    try {
      return await handleTurn(entry, this.deps);
    } catch (error) {
      const failures = (this.failures.get(entry.activityId) ?? 0) + 1;
      this.failures.set(entry.activityId, failures);
      if (failures < FAILURES_LIMIT) throw error;
      return handleTurn(entry, this.deps, { onlyApologise: true });
    }
  }
}
