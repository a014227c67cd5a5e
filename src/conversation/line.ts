/** Longer lines are refused: a person who waits behind twenty messages of their own is a program. */
const CONVERSATION_LIMIT = 20;
/** At 400 turns a second the last of these waits ten seconds, the longest that anybody is kept waiting. */
const TOTAL_LIMIT = 4_000;

/** One place at a time: tasks of one conversation run one after the other, in the order in which they came. */
export class Line {
  private readonly places = new Map<string, { last: Promise<unknown>; length: number }>();
  private length = 0;

  /** Whether one more of this conversation would wait too long. */
  isFull(conversationId: string): boolean {
    return this.length >= TOTAL_LIMIT || (this.places.get(conversationId)?.length ?? 0) >= CONVERSATION_LIMIT;
  }

  /** Whether somebody of this conversation is in line now. */
  has(conversationId: string): boolean {
    return this.places.has(conversationId);
  }

  /** Takes a place for somebody on the way, so that of many who come at once no more are let in; the answer gives it up. */
  reserve(conversationId: string): () => void {
    const place = this.places.get(conversationId) ?? { last: Promise.resolve(), length: 0 };
    this.places.set(conversationId, { ...place, length: place.length + 1 });
    this.length++;
    return () => this.leave(conversationId);
  }

  /** Runs the task when it is its turn, and answers what it answers. A failed task does not stop the next. */
  inTurn<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    const last = this.places.get(conversationId)?.last ?? Promise.resolve();
    const mine = last.then(task, task);
    const leave = this.reserve(conversationId);
    this.follow(conversationId, mine);
    // Attached to `mine` itself would leave its rejection to the caller alone: `settled` handles it a second time, here.
    void mine.then(leave, leave);
    return mine;
  }

  /** Resolves when every task that is now in line has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.places.values()].map(({ last }) => last));
  }

  private follow(conversationId: string, last: Promise<unknown>): void {
    const { length } = this.places.get(conversationId) ?? { length: 0 };
    this.places.set(conversationId, { last, length });
  }

  private leave(conversationId: string): void {
    const place = this.places.get(conversationId);
    this.length--;
    if (!place || place.length === 1) this.places.delete(conversationId);
    else this.places.set(conversationId, { ...place, length: place.length - 1 });
  }
}
