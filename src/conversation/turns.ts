import type { ConversationStore, InboxEntry, NewInboxEntry } from '../storage/conversation-store';
import type { Places } from '../storage/database';
import { answerWithin, handleTurn, onlyApologise, type TurnDeps } from './handle-turn';
import { Gate } from './gate';
import { Line } from './line';

/** A turn that could not be committed so often ends with an apology. What the database refuses for its content would else be
 *  refused for ever, and hold up what follows. */
const FAILURES_LIMIT = 3;
/** Longer lines are refused: a person who waits behind twenty messages of their own is a program. */
const CONVERSATION_LIMIT = 20;
/** At 400 turns a second the last of these waits ten seconds, the longest that anybody is kept waiting. */
const TOTAL_LIMIT = 4_000;
/** Whoever sent a message waits no longer than this for the dialogs before it is kept without its answer. */
const AT_ONCE_LIMIT_MS = 250;

/** Answers what arrives, at once where nothing is before it, and what waits in the inbox: conversation by conversation, in order of
 *  arrival, whichever server accepted it. */
export class Turns {
  /** Messages on their way into the inbox. */
  private readonly arrivals = new Line();
  private readonly line = new Line();
  private readonly gate = new Gate();
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly deps: TurnDeps & { store: ConversationStore; places: Places },
    /** Called after each commit. */
    private readonly committed: (entry: NewInboxEntry) => void,
  ) {}

  /** Whether one more of this conversation would wait too long. */
  isFull(conversationId: string): boolean {
    const { arrivals, line } = this;
    const waiting = arrivals.lengthOf(conversationId) + line.lengthOf(conversationId);
    return waiting >= CONVERSATION_LIMIT || arrivals.length + line.length >= TOTAL_LIMIT;
  }

  isAtWork(conversationId: string): boolean {
    return this.arrivals.lengthOf(conversationId) + this.line.lengthOf(conversationId) > 0;
  }

  /** Lets messages of one conversation in one after the other: they are kept in the order in which they came. */
  letIn<T>(conversationId: string, keep: () => Promise<T>): Promise<T> {
    return this.arrivals.inTurn(conversationId, keep);
  }

  /** Answers a message that has nobody before it and keeps it with its answer, in one commit. False: it is not kept, because
   *  somebody is before it, it is a repeat, or whatever went wrong; it is then to be kept first and answered after that. */
  async atOnce(entry: NewInboxEntry): Promise<boolean> {
    const { conversationId, channel } = entry;
    if (this.line.lengthOf(conversationId) > 0) return false;
    const turn = this.line.inTurn(conversationId, async () => {
      await this.gate.pass();
      if (!(await this.deps.store.comesFirst(entry))) return false;
      const ended = this.deps.metrics.startTurn(channel);
      const outcome = await handleTurn(entry, this.deps, (snapshot) => answerWithin(AT_ONCE_LIMIT_MS, snapshot));
      if (outcome === 'repeat') return false;
      ended('committed');
      return true;
    });
    // Whatever it was, it is met again where it is told and answered: when the message is kept, or by its turn.
    const answered = await turn.catch(() => false);
    if (answered) this.committed(entry);
    return answered;
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
    await this.arrivals.settled();
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
      return handleTurn(entry, this.deps, onlyApologise);
    }
  }
}
