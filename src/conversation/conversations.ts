import type { SecretKind } from '../privacy/secret';
import type { ConversationStore, Json, TranscriptEntry } from '../storage/conversation-store';
import type { Places } from '../storage/database';
import type { TurnDeps } from './handle-turn';
import { type Incoming, keepActivity } from './incoming';
import { Turns } from './turns';

/** How long a repeat key is remembered: vendors repeat within minutes. */
const REPEAT_KEY_HOURS = 1;
/** Conversations that one look for what was left behind takes up; the next look takes the next. */
const LEFT_BEHIND_LIMIT = 100;

/** What became of a message at the door. `busy`: so many wait that nothing was kept; it may be sent again. */
export type Receipt =
  | {
      kind: 'accepted';
      /** The id under which the activity stands in the transcript; a repeat gets the first one's. */
      activityId: string;
      /** Resolves when the turn has been committed; rejects when even that failed: it is tried again soon. */
      answered: Promise<void>;
    }
  | { kind: 'busy' };

/** What the doors know of the rest of the program. */
export class Conversations {
  private readonly turns: Turns;
  private readonly running = new Map<string, Promise<void>>();
  private readonly commitListeners: ((channel: string) => void)[] = [];
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(
    private readonly deps: TurnDeps & {
      store: ConversationStore;
      places: Places;
      maskLabels: Readonly<Record<SecretKind, string>>;
    },
  ) {
    this.turns = new Turns(deps, ({ conversationId, channel }) => {
      this.notify(conversationId);
      for (const committed of this.commitListeners) committed(channel);
    });
  }

  /** Masks and keeps an activity, with its answer where nobody is before it; else it waits for its turn. Once it is accepted
   *  nothing is lost any more. */
  async accept(incoming: Incoming): Promise<Receipt> {
    if (this.turns.isFull(incoming.conversationId)) return { kind: 'busy' };
    return this.turns.letIn(incoming.conversationId, () => this.keep(incoming));
  }

  /** Answers what was received before this moment and still waits: after a crash, an unreachable database, or the end of
   *  another server. Resolves when all of it was tried once; answers how many conversations that were. */
  async answerLeftBehind(receivedBefore: Date): Promise<number> {
    const left = await this.deps.store.conversationsWaiting(receivedBefore, LEFT_BEHIND_LIMIT);
    const waiting = left.filter((conversationId) => !this.turns.isAtWork(conversationId));
    const tried = await Promise.allSettled(waiting.map((conversationId) => this.turns.answer(conversationId)));
    tried.forEach((outcome, index) => {
      if (outcome.status === 'rejected') this.tellFailure(outcome.reason, waiting[index] ?? '');
    });
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

  /** Calls back after each turn that this process commits, with its channel. */
  onCommit(committed: (channel: string) => void): void {
    this.commitListeners.push(committed);
  }

  /** Somebody has written to this conversation (an advisor, another server): whoever watches reads it now. */
  notify(conversationId: string): void {
    for (const changed of this.watchers.get(conversationId) ?? []) changed();
  }

  /** Anything may have been written unheard: everyone who watches reads now. */
  notifyAll(): void {
    for (const conversationId of this.watchers.keys()) this.notify(conversationId);
  }

  async forgetRepeatKeys(): Promise<void> {
    await this.deps.store.forgetRepeatKeys(new Date(this.deps.clock.now().getTime() - REPEAT_KEY_HOURS * 3_600_000));
  }

  /** Resolves when every turn that has begun is committed. */
  async settled(): Promise<void> {
    await this.turns.settled();
  }

  private async keep(incoming: Incoming): Promise<Receipt> {
    const { store, clock, ids, maskLabels } = this.deps;
    const { conversationId, channel } = incoming;
    const receivedAt = clock.now();
    const activityId = ids.uuid();
    // A commit may be kept and its answer lost: what is then written again is known by this.
    const repeatKey = incoming.repeatKey ?? `once:${activityId}`;
    const activity = keepActivity(incoming, activityId, receivedAt, maskLabels) as unknown as Json;
    const entry = { conversationId, channel, activityId, repeatKey, activity, receivedAt };
    if (await this.turns.atOnce(entry)) return { kind: 'accepted', activityId, answered: Promise.resolve() };
    const accepted = await store.acceptActivity(entry);
    if (accepted.kind === 'accepted') return { kind: 'accepted', activityId, answered: this.run(entry) };
    const first = this.running.get(accepted.activityId);
    return { kind: 'accepted', activityId: accepted.activityId, answered: first ?? Promise.resolve() };
  }

  private run({ conversationId, activityId }: { conversationId: string; activityId: string }): Promise<void> {
    const turn = this.turns.answer(conversationId);
    this.running.set(activityId, turn);
    const ended = () => this.running.delete(activityId);
    void turn.then(ended, (error: unknown) => {
      ended();
      this.tellFailure(error, conversationId);
    });
    return turn;
  }

  private tellFailure(error: unknown, conversationId: string): void {
    this.deps.log.error({ err: error, conversationId }, 'a turn could not be committed; it is tried again soon');
  }
}
