import type { SecretKind } from '../privacy/secret';
import type { ConversationStore, InboxEntry, Json, TranscriptEntry } from '../storage/conversation-store';
import { handleTurn, type TurnDeps } from './handle-turn';
import { type Incoming, keepActivity } from './incoming';
import { Line } from './line';

/** How long a repeat key is remembered: vendors repeat within minutes. */
const REPEAT_KEY_HOURS = 1;

export interface Receipt {
  /** The id under which the activity stands in the transcript; a repeat gets the first one's. */
  activityId: string;
  /** Resolves when the turn has been committed; rejects when even that failed. A repeat joins the running turn. */
  answered: Promise<void>;
}

/** What the doors know of the rest of the program. */
export class Conversations {
  private readonly line = new Line();
  private readonly running = new Map<string, Promise<void>>();
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(
    private readonly deps: TurnDeps & { store: ConversationStore; maskLabels: Readonly<Record<SecretKind, string>> },
  ) {}

  /** Masks and keeps an activity, then lets it wait for its turn. When this resolves nothing is lost any more. */
  async accept(incoming: Incoming): Promise<Receipt> {
    const { store, clock, ids, maskLabels } = this.deps;
    const receivedAt = clock.now();
    const activityId = ids.uuid();
    const { conversationId, channel, repeatKey } = incoming;
    const activity = keepActivity(incoming, activityId, receivedAt, maskLabels) as unknown as Json;
    const entry = { conversationId, channel, activityId, repeatKey, activity, receivedAt };
    const accepted = await store.acceptActivity(entry);
    if (accepted.kind === 'repeat') {
      const first = this.running.get(accepted.activityId);
      return { activityId: accepted.activityId, answered: first ?? Promise.resolve() };
    }
    return { activityId, answered: this.run({ ...entry, place: accepted.place }) };
  }

  /** Answers what was accepted and not answered before the last stop. */
  async answerWaiting(): Promise<number> {
    const waiting = await this.deps.store.waitingEntries();
    await Promise.allSettled(waiting.map((entry) => this.run(entry)));
    return waiting.length;
  }

  async transcript(conversationId: string, afterSeq: number): Promise<TranscriptEntry[]> {
    return this.deps.store.transcript(conversationId, afterSeq);
  }

  async exists(conversationId: string): Promise<boolean> {
    return (await this.deps.store.loadConversation(conversationId)) !== undefined;
  }

  /** Calls back after each commit of this conversation: a hint to read the transcript. Answers how to stop it. */
  watch(conversationId: string, changed: () => void): () => void {
    const watching = this.watchers.get(conversationId) ?? new Set();
    this.watchers.set(conversationId, watching.add(changed));
    return () => {
      watching.delete(changed);
      if (watching.size === 0) this.watchers.delete(conversationId);
    };
  }

  /** Somebody else has written to this conversation (an advisor): whoever watches reads it now. */
  notify(conversationId: string): void {
    for (const changed of this.watchers.get(conversationId) ?? []) changed();
  }

  async forgetRepeatKeys(): Promise<void> {
    await this.deps.store.forgetRepeatKeys(new Date(this.deps.clock.now().getTime() - REPEAT_KEY_HOURS * 3_600_000));
  }

  /** Resolves when every turn that has begun is committed. */
  async settled(): Promise<void> {
    await this.line.settled();
  }

  private run(entry: InboxEntry): Promise<void> {
    const { conversationId, activityId } = entry;
    const turn = this.line.inTurn(conversationId, async () => {
      const ended = this.deps.metrics.startTurn(entry.channel);
      ended(await handleTurn(entry, this.deps).catch((error: unknown) => failing(ended, error)));
      this.notify(conversationId);
    });
    this.running.set(activityId, turn);
    const ended = () => this.running.delete(activityId);
    void turn.then(ended, (error: unknown) => {
      ended();
      this.deps.log.error(
        { err: error, conversationId },
        'a turn could not be committed; it is tried again at the next start',
      );
    });
    return turn;
  }
}

function failing(ended: (outcome: 'failed') => void, error: unknown): never {
  ended('failed');
  throw error;
}
